package io.lancang.federation.feature;

import io.lancang.federation.testing.TestSubgraph;

/** A graph split into subgraphs, and the same graph in one piece, which knows what the right answers are. */
record Judged(Federation split, Federation whole) {
    static Judged by(TestSubgraph whole, TestSubgraph... split) {
        return new Judged(Federation.of(split), Federation.of(whole));
    }

    /** Both, asked with variables, a JSON object. */
    Judged with(String json) {
        return new Judged(split.with(json), whole.with(json));
    }

    /** Asks both; the answers must be the same, without errors. */
    Answer ask(String query) {
        String body = whole.ask(query).body();
        String data = body.substring("{\"data\":".length(), body.length() - 1);
        return split.ask(query).answers(data);
    }
}
