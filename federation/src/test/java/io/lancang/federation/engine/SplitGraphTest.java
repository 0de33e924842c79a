package io.lancang.federation.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.json.ByteSink;
import io.lancang.federation.json.JsonWriter;
import io.lancang.federation.supergraph.Supergraph;
import io.lancang.federation.testing.TestSubgraph;
import io.lancang.federation.testing.TestSubgraphs;
import io.lancang.federation.testing.TestSupergraph;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Random queries on a graph that is split over subgraphs get the bytes that the same graph gives in one piece. */
class SplitGraphTest {
    private static final int QUERIES = Integer.getInteger("lancang.queries", 600);
    private static final long SEED = Long.getLong("lancang.seed", 1L);

    @Test
    void answersAsIfTheGraphWereOne() {
        TestSubgraph whole = Shop.whole();
        TestSubgraph[] split = Shop.split();
        Supergraph supergraph = TestSupergraph.of(split);
        FederationEngine<Object> engine =
                new FederationEngine<>(supergraph, TestSubgraphs.of(split), EngineOptions.DEFAULT);
        int withData = 0;
        for (long seed = SEED; seed < SEED + QUERIES; seed++) {
            String query = RandomQuery.of(supergraph.apiSchema(), seed);
            Map<String, @Nullable Object> variables = Map.of("t", true, "f", false);
            String expected = new String(whole.answer(body(query, variables)), UTF_8);
            String actual = Run.text(engine.execute(new GraphQLRequest(query, null, variables), "context")
                    .toCompletableFuture()
                    .join());

            long failing = seed;
            assertEquals(
                    expected,
                    actual,
                    () -> "seed " + failing + ": " + query + "\n"
                            + engine.explain(new GraphQLRequest(query, null, variables), "context"));
            withData += actual.startsWith("{\"data\":{") && actual.length() > 100 ? 1 : 0;
        }
        assertTrue(withData > QUERIES / 2, "only " + withData + " queries asked for anything");
    }

    private static byte[] body(String query, Map<String, @Nullable Object> variables) {
        ByteSink body = new ByteSink(256);
        JsonWriter.write(Map.of("query", query, "variables", variables), body);
        return body.toByteArray();
    }
}
