package io.lancang.federation.feature;

import io.lancang.federation.testing.TestSubgraph;

/** A graph split into subgraphs, and the same graph in one piece, which knows what the right answers are. */
record Judged(Federation split, Federation whole) {
    private static final boolean[] CASES = {true, false};

    static Judged by(TestSubgraph whole, TestSubgraph... split) {
        return new Judged(Federation.of(split), Federation.of(whole));
    }

    /** Asks both; the answers must be the same, without errors. */
    Answer ask(String query) {
        String body = whole.ask(query).body();
        String data = body.substring("{\"data\":".length(), body.length() - 1);
        return split.ask(query).answers(data);
    }

    /** Asks with each choice of the variables {@code $x} and {@code $y}, which are true or false. */
    void askInEveryCase(String query) {
        for (boolean x : CASES) {
            for (boolean y : CASES) {
                String variables = "{\"x\": " + x + ", \"y\": " + y + "}";
                new Judged(split.with(variables), whole.with(variables)).ask(query);
            }
        }
    }
}
