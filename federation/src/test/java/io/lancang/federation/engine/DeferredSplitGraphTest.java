package io.lancang.federation.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.json.JsonValues;
import io.lancang.federation.json.MalformedJsonException;
import io.lancang.federation.supergraph.Supergraph;
import io.lancang.federation.testing.DeferredParts;
import io.lancang.federation.testing.DeferredQueries;
import io.lancang.federation.testing.TestSubgraph;
import io.lancang.federation.testing.TestSubgraphs;
import io.lancang.federation.testing.TestSupergraph;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The parts of answers to random queries, put together, are the answers that the same queries get at once. */
class DeferredSplitGraphTest {
    private static final int QUERIES = Integer.getInteger("lancang.deferredQueries", 200);
    private static final long SEED = Long.getLong("lancang.seed", 1L);

    private final TestSubgraph[] split = Shop.split();
    private final Supergraph supergraph = TestSupergraph.of(split);
    private final FederationEngine<Object> engine =
            new FederationEngine<>(supergraph, TestSubgraphs.of(split), EngineOptions.DEFAULT);

    @Test
    void addUpToTheWholeAnswer() throws MalformedJsonException {
        int inParts = 0;
        for (long seed = SEED; seed < SEED + QUERIES; seed++) {
            String query = DeferredQueries.of(RandomQuery.of(supergraph.apiSchema(), seed), new Random(seed));
            GraphQLRequest request = new GraphQLRequest(query, null, Map.of("t", true, "f", false), Delivery.IN_PARTS);
            String whole = Run.text(
                    engine.execute(request, "context").toCompletableFuture().join());
            if (engine.prepare(request, "context") instanceof Prepared.InParts delivery) {
                DeferredParts parts = new DeferredParts();
                delivery.parts().subscribe(parts);
                parts.want(Long.MAX_VALUE);

                long failing = seed;
                assertTrue(parts.isCompleted(), () -> story(failing, request) + parts.parts());
                assertEquals(
                        object(parse(whole)).get("data"),
                        together(parts.parts()),
                        () -> story(failing, request) + parts.parts());
                inParts++;
            }
        }
        assertTrue(inParts > QUERIES / 2, "only " + inParts + " queries deferred anything");
    }

    private String story(long seed, GraphQLRequest request) {
        return "seed " + seed + ": " + request.query() + "\n" + engine.explain(request, "context") + "\n";
    }

    private static @Nullable Object together(List<String> parts) throws MalformedJsonException {
        Object data = object(parse(parts.getFirst())).get("data");
        for (String part : parts.subList(1, parts.size())) {
            for (Object incremental :
                    (List<?>) Objects.requireNonNull(object(parse(part)).get("incremental"))) {
                Map<String, @Nullable Object> fragment = object(incremental);
                Object place = data;
                for (Object segment : (List<?>) Objects.requireNonNull(fragment.get("path"))) {
                    place = place instanceof List<?> list
                            ? list.get(((Number) segment).intValue())
                            : object(place).get(segment);
                }
                merge(object(place), object(fragment.get("data")));
            }
        }
        return data;
    }

    private static void merge(Map<String, @Nullable Object> target, Map<String, @Nullable Object> added) {
        added.forEach(
                (key, value) -> target.put(key, target.containsKey(key) ? merged(target.get(key), value) : value));
    }

    private static @Nullable Object merged(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Map && other instanceof Map) {
            merge(object(one), object(other));
        } else if (one instanceof List<?> list && other instanceof List<?> others) {
            for (int index = 0; index < list.size(); index++) {
                if (list.get(index) instanceof Map || list.get(index) instanceof List) {
                    merged(list.get(index), others.get(index));
                }
            }
        } else {
            assertEquals(one, other);
        }
        return one;
    }

    private static @Nullable Object parse(String json) throws MalformedJsonException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return JsonValues.parse(bytes, 0, bytes.length);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> object(@Nullable Object json) {
        return (Map<String, @Nullable Object>) Objects.requireNonNull(json);
    }
}
