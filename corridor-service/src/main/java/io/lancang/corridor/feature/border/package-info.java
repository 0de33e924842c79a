/**
 * Where two countries meet: pairs of crossings, and lines that run from one country into the other. What passes there is answered by the
 * package of throughput.
 */
@NullMarked
package io.lancang.corridor.feature.border;

import org.jspecify.annotations.NullMarked;
