/**
 * A soak of the set as a cluster runs it: mixed load of a bounded rate for as long as one likes, releases loaded meanwhile, and upheavals by a fixed
 * timetable: rolling restarts, killed processes, a failover of PostgreSQL, a Valkey that dies. What clients get is judged: errors that a retry could
 * have saved, events that are lost or doubled, answers that are older than what was published. Attacks are in {@code siege}, figures of speed in
 * {@code questions} and {@code exports}.
 */
@NullMarked
package io.lancang.standalone.soak;

import org.jspecify.annotations.NullMarked;
