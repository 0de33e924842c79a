package io.lancang.federation.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lancang.federation.engine.GraphQLRequest;
import io.lancang.federation.supergraph.Supergraph;
import io.lancang.federation.testing.TestSubgraph;
import io.lancang.federation.testing.TestSupergraph;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/**
 * What every benchmark begins with: four subgraphs, the supergraph composed of them, and one deep query over all of them.
 *
 * @param data what subgraphs answer from
 * @param query text of the sample operation
 */
record Sample(SampleData data, TestSubgraph[] subgraphs, Supergraph supergraph, String query) {
    private static final String QUERY = "/io/lancang/federation/plan/benchmark-query.graphql";

    static Sample load() {
        SampleData data = new SampleData();
        TestSubgraph[] subgraphs = SampleSubgraphs.over(data);
        return new Sample(data, subgraphs, TestSupergraph.of(subgraphs), readQuery());
    }

    /** The sample operation as a client sends it. */
    GraphQLRequest request() {
        return request(query);
    }

    /** A request without variables. */
    static GraphQLRequest request(String query) {
        return new GraphQLRequest(query, null, Map.of());
    }

    private static String readQuery() {
        try (InputStream stream = Objects.requireNonNull(Sample.class.getResourceAsStream(QUERY))) {
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
