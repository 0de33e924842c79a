package io.lancang.mutation.fault;

/** What the tests said to a fault. */
public sealed interface Verdict {

    /** A test failed. */
    record Caught(String test) implements Verdict {}

    /** The tests did not end: what a fault like this does is noticed. */
    record Endless(int seconds) implements Verdict {}

    /** All of these tests passed. */
    record Survived(int tests) implements Verdict {}

    /** The fault could not be planted, or its tests could not run. */
    record Invalid(String reason) implements Verdict {}
}
