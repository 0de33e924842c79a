package io.lancang.federation.plan;

import java.util.function.Supplier;

/** A plan breaks a rule that every plan must keep. */
final class PlanDefect extends AssertionError {
    private static final long serialVersionUID = 1L;

    private final Rule rule;

    /** What a plan must keep. */
    enum Rule {
        /** Each request is valid against its subgraph's schema. */
        VALID,
        /** Each field is asked of a subgraph that resolves it there. */
        RESOLVED,
        /** Each value of a representation, and each type that decides about one, is there before the fetch is sent. */
        INPUT_PRESENT,
        /** A representation carries a key and all that its fields require, each once. */
        REPRESENTATION_COMPLETE,
        /** A representation carries nothing else. */
        REPRESENTATION_MINIMAL,
        /** What the client selects is brought. */
        LEAF_PRESENT,
        /** No value is brought twice. */
        ONCE,
        /** What is brought is needed. */
        NEEDED,
        /** A fetch waits for no fetch but those that bring something to it. */
        AWAITED,
        /** Root fields of a mutation wait for all that comes before, those of a query for nothing. */
        ORDER,
        /** A part of the answer waits for the fetches that bring what it selects. */
        PART_COMPLETE,
        /** A part of the answer waits for no other. */
        PART_NOT_LATE
    }

    private PlanDefect(Rule rule, String message) {
        super(rule + ": " + message);
        this.rule = rule;
    }

    Rule rule() {
        return rule;
    }

    static void unless(boolean kept, Rule rule, Supplier<String> message) {
        if (!kept) {
            throw new PlanDefect(rule, message.get());
        }
    }
}
