package io.lancang.federation.engine;

import static io.lancang.federation.engine.Library.API;
import static io.lancang.federation.engine.Library.QUERY;
import static io.lancang.federation.engine.Plans.call;
import static io.lancang.federation.engine.Plans.entities;
import static io.lancang.federation.engine.Plans.key;
import static io.lancang.federation.engine.Plans.mutation;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.GraphQLResponse;
import io.lancang.federation.PlanStep;
import io.lancang.federation.SubgraphClient;
import io.lancang.federation.SubgraphRequest;
import io.lancang.federation.SubgraphResponse;
import io.lancang.federation.plan.query.Fetch;
import io.lancang.federation.testing.TestSubgraph;
import io.lancang.federation.testing.TestSubgraphs;
import io.lancang.federation.testing.TestSupergraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an engine says of how an operation runs, to whoever reports it. */
class ExecutionFactsTest {
    private final TestSubgraph ports = TestSubgraph.of("ports", "type Query { port: String! }")
            .query("port", environment -> "Kunming")
            .build();
    private final FederationEngine<Object> engine =
            new FederationEngine<>(TestSupergraph.of(ports), TestSubgraphs.of(ports), EngineOptions.DEFAULT);

    @Test
    void eachRequestSaysWhereInThePlanItStands() {
        // Both wait for the books alone.
        assertEquals(
                List.of(new PlanStep(0, 0), new PlanStep(1, 1), new PlanStep(2, 1)),
                requests(Library.plan()).stream().map(SubgraphRequest::step).toList());
    }

    @Test
    void aStageIsAsLateAsTheLongestWayToIt() {
        Fetch[] plan = Library.plan();
        // The authors wait for the books (stage 0) and for their copies (stage 1).
        plan[2] = entities(
                2,
                "people",
                List.of(call("books.author", key("Author", "{ id }"), "{ ... on Author { name } }")),
                0,
                1);

        assertEquals(
                List.of(new PlanStep(0, 0), new PlanStep(1, 1), new PlanStep(2, 2)),
                requests(plan).stream().map(SubgraphRequest::step).toList());
    }

    @Test
    void eachRequestSaysHowManyEntitiesItAsksFor() {
        List<SubgraphRequest<Object>> requests = requests(Library.plan());

        assertEquals(0, requests.get(0).entities());
        // Four books.
        assertEquals(4, requests.get(1).entities());
    }

    /** What is asked of entities behind it changes nothing, though it belongs to a mutation. */
    @Test
    void theRootFieldsOfAMutationAloneChangeSomething() {
        List<Boolean> changes = new ArrayList<>();
        new Run(
                        "type Query { open: Boolean } type Mutation { add: Book } type Book { id: ID! copies: Int }",
                        "mutation { add { copies } }",
                        mutation(0, "catalogue", "{ add { id } }"),
                        entities(
                                1,
                                "stock",
                                List.of(call("add", key("Book", "{ id }"), "{ ... on Book { copies } }")),
                                0))
                .answer(request -> {
                    changes.add(request.changes());
                    String answer = request.subgraph().equals("stock")
                            ? "{\"data\":{\"_entities\":[{\"copies\":3}]}}"
                            : "{\"data\":{\"add\":{\"id\":\"1\"}}}";
                    return CompletableFuture.completedFuture(new SubgraphResponse(answer.getBytes(UTF_8)));
                });

        assertEquals(List.of(true, false), changes);
        assertEquals(
                List.of(false, false, false),
                requests(Library.plan()).stream().map(SubgraphRequest::changes).toList());
    }

    private static List<SubgraphRequest<Object>> requests(Fetch... plan) {
        List<SubgraphRequest<Object>> requests = new ArrayList<>();
        SubgraphClient<Object> subgraphs = Library.subgraphs();
        new Run(API, QUERY, plan).answer(request -> {
            requests.add(request);
            return subgraphs.send(request);
        });
        requests.sort(Comparator.comparingInt(
                request -> Objects.requireNonNull(request.step()).fetch()));
        return requests;
    }

    @Test
    void aPreparationSaysWhenItsStepsWereDoneUnlessItWasRemembered() {
        GraphQLRequest request = new GraphQLRequest("query Port { port }", null, Map.of());

        Preparation first = engine.preparation(request, this);

        PreparationTimes times = assertNotNullTimes(first.times());
        assertTrue(times.begin() < times.read() && times.read() < times.planned(), times::toString);
        assertEquals("Port", first.operationName());
        Preparation again = Objects.requireNonNull(engine.cached(request, this));
        assertNull(again.times());
        assertEquals("Port", again.operationName());
    }

    private static PreparationTimes assertNotNullTimes(@Nullable PreparationTimes times) {
        assertNotNull(times);
        return times;
    }

    @Test
    void anAnswerSaysMoreIfSomebodyAddsIt() {
        Prepared.Single single = assertInstanceOf(
                Prepared.Single.class, engine.prepare(new GraphQLRequest("{ port }", null, Map.of()), this));

        assertEquals(
                "{\"data\":{\"port\":\"Kunming\"},\"extensions\":{\"trace\":7}}",
                Run.text(single.execute(() -> Map.of("trace", 7))
                        .toCompletableFuture()
                        .join()));
        assertEquals(
                "{\"data\":{\"port\":\"Kunming\"}}",
                Run.text(single.execute().toCompletableFuture().join()));
    }

    @Test
    void aRefusalCountsItsErrorsByCode() {
        GraphQLResponse answer = engine.execute(new GraphQLRequest("{ nobody nothing }", null, Map.of()), this)
                .toCompletableFuture()
                .join();

        assertEquals(Map.of("GRAPHQL_VALIDATION_FAILED", 2), answer.errors());
    }

    @Test
    void countsNoMoreThanSixteenCodesApart() {
        List<String> codes =
                IntStream.range(0, 20).mapToObj(i -> "CODE_" + i).collect(Collectors.toCollection(ArrayList::new));
        codes.add("CODE_0");
        codes.add("L".repeat(65));

        Map<String, Integer> counts = GraphQLResponse.counted(codes);

        assertEquals(17, counts.size());
        assertEquals(2, counts.get("CODE_0"));
        // Four of the twenty, and the long one.
        assertEquals(5, counts.get(GraphQLResponse.OTHER));
    }
}
