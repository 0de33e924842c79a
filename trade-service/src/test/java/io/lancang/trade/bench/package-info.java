/**
 * Measures the built service as a process of its own on a generated dataset, by {@code ./lancang bench trade}. No test: it
 * prints figures and has no limits.
 */
@NullMarked
package io.lancang.trade.bench;

import org.jspecify.annotations.NullMarked;
