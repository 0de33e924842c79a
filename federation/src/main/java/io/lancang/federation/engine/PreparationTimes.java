package io.lancang.federation.engine;

/**
 * When the steps of a preparation were done, in nanoseconds as {@link System#nanoTime} counts. What was remembered took no time.
 *
 * @param begin of the preparation
 * @param read when the document was parsed and valid, and its operation known, or refused
 * @param planned when there was a plan, with its answers about the schema
 */
public record PreparationTimes(long begin, long read, long planned) {}
