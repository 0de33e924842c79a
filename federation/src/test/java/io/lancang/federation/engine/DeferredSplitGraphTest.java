package io.lancang.federation.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.analysis.QueryTransformer;
import graphql.analysis.QueryVisitorFieldEnvironment;
import graphql.analysis.QueryVisitorStub;
import graphql.language.Argument;
import graphql.language.AstPrinter;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.IntValue;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLTypeUtil;
import graphql.util.TreeTransformerUtil;
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

    @Test
    void addUpToTheWholeAnswerWhereListsAreStreamed() throws MalformedJsonException {
        int inParts = 0;
        for (long seed = SEED; seed < SEED + QUERIES; seed++) {
            String query = streaming(RandomQuery.of(supergraph.apiSchema(), seed), new Random(seed));
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
                inParts += parts.parts().size() > 1 ? 1 : 0;
            }
        }
        assertTrue(inParts > QUERIES / 10, "only " + inParts + " queries streamed anything");
    }

    /** The same query with half of its lists streamed. */
    private String streaming(String query, Random random) {
        Document document = new Parser().parseDocument(query);
        QueryTransformer lists = QueryTransformer.newQueryTransformer()
                .schema(supergraph.apiSchema())
                .root(document.getFirstDefinitionOfType(OperationDefinition.class)
                        .orElseThrow())
                .rootParentType(supergraph.apiSchema().getQueryType())
                .fragmentsByName(Map.of())
                .variables(Map.of("t", true, "f", false))
                .build();
        return AstPrinter.printAst(lists.transform(new QueryVisitorStub() {
            @Override
            public void visitField(QueryVisitorFieldEnvironment environment) {
                if (GraphQLTypeUtil.unwrapNonNull(
                                        environment.getFieldDefinition().getType())
                                instanceof GraphQLList
                        && random.nextBoolean()) {
                    Directive stream = Directive.newDirective()
                            .name("stream")
                            .argument(new Argument("initialCount", IntValue.of(random.nextInt(2))))
                            .build();
                    TreeTransformerUtil.changeNode(
                            environment.getTraverserContext(),
                            environment.getField().transform(field -> field.directive(stream)));
                }
            }
        }));
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
                if (fragment.containsKey("items")) {
                    append(data, fragment);
                    continue;
                }
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

    @SuppressWarnings("unchecked")
    private static void append(@Nullable Object data, Map<String, @Nullable Object> streamed) {
        List<?> path = (List<?>) Objects.requireNonNull(streamed.get("path"));
        Object place = data;
        for (Object segment : path.subList(0, path.size() - 1)) {
            place = place instanceof List<?> list
                    ? list.get(((Number) segment).intValue())
                    : object(place).get(segment);
        }
        List<@Nullable Object> list = (List<@Nullable Object>) Objects.requireNonNull(place);
        assertEquals(((Number) path.getLast()).intValue(), list.size());
        list.addAll((List<?>) Objects.requireNonNull(streamed.get("items")));
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
