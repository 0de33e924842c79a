package io.lancang.federation.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.lancang.federation.CostEstimate;
import io.lancang.federation.CostListener;
import io.lancang.federation.CostOptions;
import io.lancang.federation.CostOptions.Mode;
import io.lancang.federation.GraphQLResponse;
import io.lancang.federation.SubgraphBounds;
import io.lancang.federation.testing.DeferredParts;
import io.lancang.federation.testing.TestSubgraph;
import io.lancang.federation.testing.TestSubgraphs;
import io.lancang.federation.testing.TestSupergraph;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reactivestreams.FlowAdapters;

/** What operations cost is judged before a subgraph hears of them, and reported afterwards. */
class CostControlTest {
    private static final String LINK = "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.9\","
            + " import: [\"@key\", \"@cost\", \"@listSize\"])\n";

    private final SubmissionPublisher<Object> events = new SubmissionPublisher<>(Runnable::run, 16);

    private final TestSubgraph stations = TestSubgraph.of("stations", LINK + """
                    directive @cost(weight: Int!) on ARGUMENT_DEFINITION | FIELD_DEFINITION | OBJECT
                    directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!],
                      requireOneSlicingArgument: Boolean = true) on FIELD_DEFINITION
                    type Query {
                      stations(first: Int): [Station!] @listSize(slicingArguments: ["first"])
                      all: [Station!] @listSize(assumedSize: 5)
                    }
                    type Mutation { open: Station }
                    type Subscription { opened: Station }
                    type Station @key(fields: "id") { id: ID! twins: [Station!] @listSize(assumedSize: 4) }
                    """)
            .query(
                    "stations",
                    environment -> environment.getArgument("first") instanceof Integer first ? stations(first) : null)
            .query("all", environment -> stations(2))
            .field("Mutation", "open", environment -> stations(1).getFirst())
            .field("Subscription", "opened", environment -> FlowAdapters.toPublisher(events))
            .build();

    private final TestSubgraph trains = TestSubgraph.of("trains", LINK + """
                    directive @cost(weight: Int!) on ARGUMENT_DEFINITION | FIELD_DEFINITION | OBJECT
                    directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!],
                      requireOneSlicingArgument: Boolean = true) on FIELD_DEFINITION
                    type Query { train(line: ID @cost(weight: 2)): Train }
                    type Station @key(fields: "id") { id: ID! trains: [Train!] @listSize(assumedSize: 20) }
                    type Train @cost(weight: 3) { id: ID! }
                    """)
            .query("train", environment -> "none".equals(environment.getArgument("line")) ? null : Map.of("id", "D87"))
            .entity(
                    "Station",
                    station -> Map.of(
                            "__typename", "Station", "id", station.get("id"), "trains", List.of(Map.of("id", "D87"))))
            .build();

    private final TestSubgraphs client = TestSubgraphs.of(stations, trains);
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

    private static List<Map<String, Object>> stations(int count) {
        List<Map<String, Object>> stations = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            stations.add(Map.of("__typename", "Station", "id", "s" + number, "twins", List.of()));
        }
        return stations;
    }

    private static CostListener listener(List<String> heard) {
        return new CostListener() {
            @Override
            public void estimated(CostEstimate estimate) {
                heard.add("estimated " + estimate.total());
            }

            @Override
            public void exceeded(@Nullable String subgraph) {
                heard.add("exceeded " + (subgraph == null ? "operation" : subgraph));
            }

            @Override
            public void spent(long actual) {
                heard.add("spent " + actual);
            }
        };
    }

    private FederationEngine<Object> engine(
            Mode mode, long maxCost, Map<String, SubgraphBounds> subgraphs, boolean counts) {
        CostOptions cost = new CostOptions(mode, maxCost, 10, SubgraphBounds.NONE, subgraphs, counts, listener(heard));
        return new FederationEngine<>(
                TestSupergraph.of(stations, trains), client, EngineOptions.DEFAULT.withCost(cost));
    }

    private FederationEngine<Object> enforcing(long maxCost) {
        return engine(Mode.ENFORCE, maxCost, Map.of(), false);
    }

    private static String answer(FederationEngine<Object> engine, GraphQLRequest request) {
        GraphQLResponse response =
                engine.execute(request, "context").toCompletableFuture().join();
        return new String(response.body(), 0, response.length(), UTF_8);
    }

    private static GraphQLRequest request(String query) {
        return new GraphQLRequest(query, null, Map.of());
    }

    @Test
    void refusesWhatIsTooDearBeforeASubgraphHearsOfIt() {
        // 5 stations, 20 twins, 400 trains of 3.
        String answer = answer(enforcing(1224), request("{ all { twins { trains { id } } } }"));

        assertEquals(
                "{\"errors\":[{\"message\":\"The operation is estimated to cost 1225, and one operation may cost 1224."
                        + " Its dearest fields: all.twins.trains (98 %), all.twins (2 %).\","
                        + "\"extensions\":{\"code\":\"LIMIT_EXCEEDED\",\"hint\":\"Ask for fewer items (first: and similar"
                        + " arguments), for fewer lists in lists, or in several operations.\","
                        + "\"cost\":{\"estimated\":1225,\"limit\":1224,\"dearest\":["
                        + "{\"path\":\"all.twins.trains\",\"cost\":1200,\"percent\":98},"
                        + "{\"path\":\"all.twins\",\"cost\":20,\"percent\":2}]}}}]}",
                answer);
        assertEquals(List.of(), client.requests());
        assertEquals(List.of("estimated 1225", "exceeded operation"), heard);
    }

    @Test
    void answersWhatIsJustCheapEnough() {
        assertEquals(
                "{\"data\":{\"all\":[{\"twins\":[]},{\"twins\":[]}]}}",
                answer(enforcing(25), request("{ all { twins { id } } }")));
        assertEquals(List.of("estimated 25"), heard);
    }

    @Test
    void judgesByTheVariablesOfTheRequest() {
        FederationEngine<Object> engine = enforcing(2);
        String query = "query($n: Int) { stations(first: $n) { id } }";

        assertEquals(
                "{\"data\":{\"stations\":[{\"id\":\"s0\"}]}}",
                answer(engine, new GraphQLRequest(query, null, Map.of("n", 1))));
        assertEquals(
                "The operation is estimated to cost 3, and one operation may cost 2. Its dearest fields: stations (100 %).",
                message(answer(engine, new GraphQLRequest(query, null, Map.of("n", 3)))));
    }

    @Test
    void refusesWhatIsTooDearForOneSubgraph() {
        FederationEngine<Object> engine =
                engine(Mode.ENFORCE, 10_000, Map.of("trains", new SubgraphBounds(300L, null)), false);

        // Of trains: 5 stations as entities, 100 trains of 3.
        assertEquals(
                "The operation is estimated to cost 305 in the subgraph trains, and one operation may cost 300 there."
                        + " Its dearest fields: all.trains (98 %), all (2 %).",
                message(answer(engine, request("{ all { trains { id } } }"))));
        assertEquals(List.of("estimated 305", "exceeded trains"), heard);
    }

    @Test
    void onlyTellsWhereCostsAreMeasured() {
        FederationEngine<Object> engine = engine(Mode.MEASURE, 1, Map.of(), false);

        assertEquals(
                "{\"data\":{\"all\":[{\"id\":\"s0\"},{\"id\":\"s1\"}]}}", answer(engine, request("{ all { id } }")));
        assertEquals(
                "{\"data\":{\"stations\":null}}",
                answer(engine, request("{ stations { id } }")).replaceAll(",\"errors\".*", "}"));
        assertEquals(List.of("estimated 5", "exceeded operation", "estimated 10", "exceeded operation"), heard);
    }

    @Test
    void estimatesNothingWhereThatIsOff() {
        assertEquals(
                "{\"data\":{\"all\":[{\"id\":\"s0\"},{\"id\":\"s1\"}]}}",
                answer(
                        engine(Mode.OFF, 1, Map.of(), true),
                        request("{ all { id } }").reportingCost()));
        assertEquals(List.of(), heard);
    }

    @Test
    void wantsASlicingArgument() {
        assertEquals(
                "{\"errors\":[{\"message\":\"The field Query.stations takes exactly one of the arguments first, which say"
                        + " how long its list is; none of them is given.\",\"extensions\":{\"code\":\"BAD_USER_INPUT\"}}]}",
                answer(enforcing(1000), request("{ stations { id } }")));
    }

    @Test
    void reportsEstimateAndActualCost() {
        // Estimated 5 + 100 x 3. Really 2 stations and 1 train each: 2 + 2 x 3.
        assertEquals(
                "{\"data\":{\"all\":[{\"trains\":[{\"id\":\"D87\"}]},{\"trains\":[{\"id\":\"D87\"}]}]},"
                        + "\"extensions\":{\"cost\":{\"estimated\":305,\"actual\":8,\"limit\":1000,\"subgraphs\":"
                        + "{\"stations\":{\"estimated\":5},\"trains\":{\"estimated\":305}}}}}",
                answer(enforcing(1000), request("{ all { trains { id } } }").reportingCost()));
        assertEquals(List.of("estimated 305", "spent 8"), heard);
    }

    @Test
    void countsArgumentsAsSpent() {
        // The train 3, its argument 2; by a variable without a value only the train.
        assertEquals(
                "{\"data\":{\"train\":{\"id\":\"D87\"},\"again\":{\"id\":\"D87\"}},\"extensions\":{\"cost\":{\"estimated\":8,"
                        + "\"actual\":8,\"limit\":1000,\"subgraphs\":{\"trains\":{\"estimated\":8}}}}}",
                answer(
                        enforcing(1000),
                        request("query($line: ID) { train(line: 1) { id } again: train(line: $line) { id } }")
                                .reportingCost()));
    }

    @Test
    void spendsNothingOnANull() {
        // The train 3, its argument 2; only the argument was really there.
        assertEquals(
                "{\"data\":{\"train\":null},\"extensions\":{\"cost\":{\"estimated\":5,\"actual\":2,\"limit\":1000,"
                        + "\"subgraphs\":{\"trains\":{\"estimated\":5}}}}}",
                answer(
                        enforcing(1000),
                        request("{ train(line: \"none\") { id } }").reportingCost()));
    }

    @Test
    void countsTheExtraOfAMutationAsSpent() {
        assertEquals(
                "{\"data\":{\"open\":{\"id\":\"s0\"}},\"extensions\":{\"cost\":{\"estimated\":11,\"actual\":11,"
                        + "\"limit\":1000,\"subgraphs\":{\"stations\":{\"estimated\":11}}}}}",
                answer(enforcing(1000), request("mutation { open { id } }").reportingCost()));
    }

    @Test
    void countsEveryAnswerForTheListenerWithoutTellingClients() {
        assertEquals(
                "{\"data\":{\"all\":[{\"id\":\"s0\"},{\"id\":\"s1\"}]}}",
                answer(engine(Mode.MEASURE, 1000, Map.of(), true), request("{ all { id } }")));
        assertEquals(List.of("estimated 5", "spent 2"), heard);
    }

    @Test
    void tellsAListenerOfOneRequestAsMuchAsTheListenerOfAll() {
        List<String> own = new ArrayList<>();
        FederationEngine<Object> measuring = engine(Mode.MEASURE, 4, Map.of(), true);
        GraphQLRequest request = request("{ all { id } }");
        Prepared prepared =
                measuring.prepare(measuring.preparation(request, "context"), request, "context", listener(own));

        assertInstanceOf(Prepared.Single.class, prepared)
                .execute()
                .toCompletableFuture()
                .join();

        assertEquals(List.of("estimated 5", "exceeded operation", "spent 2"), own);
        assertEquals(own, heard);
    }

    @Test
    void tellsTheEstimateFirstAndWhatWasSpentLast() {
        GraphQLRequest request = request("{ all { id ... @defer { trains { id } } } }")
                .delivered(Delivery.IN_PARTS)
                .reportingCost();
        DeferredParts parts = new DeferredParts();
        assertInstanceOf(Prepared.InParts.class, enforcing(1000).prepare(request, "context"))
                .parts()
                .subscribe(parts);
        parts.want(10);

        String subgraphs =
                "\"limit\":1000,\"subgraphs\":{\"stations\":{\"estimated\":5},\"trains\":{\"estimated\":305}}";
        assertEquals(
                List.of(
                        "{\"data\":{\"all\":[{\"id\":\"s0\"},{\"id\":\"s1\"}]},\"extensions\":{\"cost\":{\"estimated\":305,"
                                + subgraphs + "}},\"hasNext\":true}",
                        "{\"incremental\":[{\"data\":{\"trains\":[{\"id\":\"D87\"}]},\"path\":[\"all\",0]},"
                                + "{\"data\":{\"trains\":[{\"id\":\"D87\"}]},\"path\":[\"all\",1]}],"
                                + "\"extensions\":{\"cost\":{\"estimated\":305,\"actual\":8," + subgraphs
                                + "}},\"hasNext\":false}"),
                parts.parts());
    }

    @Test
    void tellsWhatWasSpentWithTheLastItems() {
        GraphQLRequest request = request("{ all @stream(initialCount: 1) { id } }")
                .delivered(Delivery.IN_PARTS)
                .reportingCost();
        DeferredParts parts = new DeferredParts();
        assertInstanceOf(Prepared.InParts.class, enforcing(1000).prepare(request, "context"))
                .parts()
                .subscribe(parts);
        parts.want(10);

        String subgraphs = "\"limit\":1000,\"subgraphs\":{\"stations\":{\"estimated\":5}}}";
        assertEquals(
                List.of(
                        "{\"data\":{\"all\":[{\"id\":\"s0\"}]},\"extensions\":{\"cost\":{\"estimated\":5," + subgraphs
                                + "},\"hasNext\":true}",
                        "{\"incremental\":[{\"items\":[{\"id\":\"s1\"}],\"path\":[\"all\",1]}],"
                                + "\"extensions\":{\"cost\":{\"estimated\":5,\"actual\":2," + subgraphs
                                + "},\"hasNext\":false}"),
                parts.parts());
    }

    @Test
    void refusesADeferredOperationAsAWhole() {
        GraphQLRequest request =
                request("{ all { id ... @defer { trains { id } } } }").delivered(Delivery.IN_PARTS);

        assertInstanceOf(Prepared.Refused.class, enforcing(304).prepare(request, "context"));
        assertInstanceOf(Prepared.InParts.class, enforcing(305).prepare(request, "context"));
    }

    @Test
    void judgesASubscriptionByOneEventAndReportsEach() {
        GraphQLRequest request =
                request("subscription { opened { id trains { id } } }").reportingCost();

        // A station 1, 20 trains of 3.
        assertInstanceOf(Prepared.Refused.class, enforcing(60).prepare(request, "context"));
        Prepared.Events accepted =
                assertInstanceOf(Prepared.Events.class, enforcing(61).prepare(request, "context"));
        List<String> answers = new ArrayList<>();
        accepted.answers().subscribe(new Listener(answers));
        events.submit(Map.of("id", "s7"));
        events.submit(Map.of("id", "s8"));

        String extensions = "\"extensions\":{\"cost\":{\"estimated\":61,\"actual\":4,\"limit\":61,\"subgraphs\":"
                + "{\"stations\":{\"estimated\":1},\"trains\":{\"estimated\":61}}}}}";
        assertEquals(
                List.of(
                        "{\"data\":{\"opened\":{\"id\":\"s7\",\"trains\":[{\"id\":\"D87\"}]}}," + extensions,
                        "{\"data\":{\"opened\":{\"id\":\"s8\",\"trains\":[{\"id\":\"D87\"}]}}," + extensions),
                answers);
    }

    private static String message(String answer) {
        return answer.replaceAll(".*\"message\":\"([^\"]*)\".*", "$1");
    }

    private record Listener(List<String> answers) implements Flow.Subscriber<GraphQLResponse> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(10);
        }

        @Override
        public void onNext(GraphQLResponse response) {
            answers.add(new String(response.body(), 0, response.length(), UTF_8));
        }

        @Override
        public void onError(Throwable failure) {
            throw new AssertionError(failure);
        }

        @Override
        public void onComplete() {
            // Streams end with the test.
        }
    }
}
