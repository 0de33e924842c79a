package io.lancang.federation.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.SubgraphException;
import io.lancang.federation.SubgraphResponse;
import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.testing.DeferredParts;
import io.lancang.federation.testing.TestSubgraph;
import io.lancang.federation.testing.TestSubgraphs;
import io.lancang.federation.testing.TestSupergraph;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Answers in parts: each as soon as its own requests are answered, and none before that in which it stands. */
class DeferTest {
    private static final String LINK =
            "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.3\"," + " import: [\"@key\"])\n";

    private static final Map<String, Object> CLR = Map.of("id", "clr", "name", "China–Laos Railway");
    private static final Map<String, Object> CV = Map.of("id", "cv", "name", "China–Vietnam power link");

    private static final TestSubgraph CORRIDORS = TestSubgraph.of("corridors", LINK + """
                    type Query { corridor: Corridor corridors: [Corridor!]! gone: Corridor! }
                    type Corridor @key(fields: "id") { id: ID! name: String! toll: Toll }
                    type Toll { amount: Int currency: String! }
                    """)
            .query("corridor", environment -> CLR)
            .query("corridors", environment -> List.of(CLR, CV))
            .entity("Corridor", corridor -> "clr".equals(corridor.get("id")) ? CLR : CV)
            .build();

    private static final TestSubgraph FREIGHT = TestSubgraph.of("freight", LINK + """
                    type Query { tonnes: Int }
                    type Corridor @key(fields: "id") { id: ID! tonnes: Int! goods: [Good!] }
                    type Good { code: ID! corridor: Corridor }
                    """)
            .query("tonnes", environment -> 7)
            .entity("Corridor", corridor -> corridor(String.valueOf(corridor.get("id"))))
            .build();

    /** Requests to freight that wait for the test. */
    private final List<CompletableFuture<@Nullable Void>> held = new ArrayList<>();

    private final TestSubgraphs client = TestSubgraphs.of(CORRIDORS, FREIGHT);
    private final FederationEngine<Object> engine =
            new FederationEngine<>(TestSupergraph.of(CORRIDORS, FREIGHT), client, EngineOptions.DEFAULT);

    private static Map<String, Object> corridor(String id) {
        return Map.of(
                "__typename",
                "Corridor",
                "id",
                id,
                "tonnes",
                id.length(),
                "goods",
                List.of(Map.of("code", "durian", "corridor", Map.of("id", id))));
    }

    @Test
    void answersTheFirstPartBeforeASlowSubgraphAnswers() {
        holdFreight();
        DeferredParts parts = deliver("{ corridor { name ... @defer(label: \"freight\") { tonnes } } }");
        parts.want(5);

        assertEquals(
                List.of("{\"data\":{\"corridor\":{\"name\":\"China–Laos Railway\"}},\"hasNext\":true}"), parts.parts());
        assertFalse(parts.isCompleted());

        release();

        assertEquals(
                "{\"incremental\":[{\"data\":{\"tonnes\":3},\"path\":[\"corridor\"],\"label\":\"freight\"}],\"hasNext\":false}",
                parts.parts().getLast());
        assertTrue(parts.isCompleted());
    }

    @Test
    void answersAFragmentForEachObjectOfAList() {
        DeferredParts parts = deliver("{ corridors { id ... @defer { tonnes } } }");
        parts.want(5);

        assertEquals(
                List.of(
                        "{\"data\":{\"corridors\":[{\"id\":\"clr\"},{\"id\":\"cv\"}]},\"hasNext\":true}",
                        "{\"incremental\":[{\"data\":{\"tonnes\":3},\"path\":[\"corridors\",0]},"
                                + "{\"data\":{\"tonnes\":2},\"path\":[\"corridors\",1]}],\"hasNext\":false}"),
                parts.parts());
        assertEquals(2, client.requests().size());
    }

    /** The first waits for freight, the second does not. */
    @Test
    void answersTheFragmentsOfAnObjectEachWhenItsOwnRequestsAreAnswered() {
        holdFreight();
        DeferredParts parts = deliver("""
                { corridor { id
                  ... @defer(label: "tonnes") { tonnes }
                  ... @defer(label: "name") { name } } }
                """);
        parts.want(5);

        assertEquals(
                List.of(
                        "{\"data\":{\"corridor\":{\"id\":\"clr\"}},\"hasNext\":true}",
                        "{\"incremental\":[{\"data\":{\"name\":\"China–Laos Railway\"},\"path\":[\"corridor\"],"
                                + "\"label\":\"name\"}],\"hasNext\":true}"),
                parts.parts());

        release();
        assertEquals(
                "{\"incremental\":[{\"data\":{\"tonnes\":3},\"path\":[\"corridor\"],\"label\":\"tonnes\"}],\"hasNext\":false}",
                parts.parts().getLast());
    }

    @Test
    void answersAFragmentInAnotherAfterIt() {
        DeferredParts parts = deliver("""
                { corridor { id ... @defer(label: "a") { goods { code ... @defer(label: "b") { corridor { name } } } } } }
                """);
        parts.want(5);

        assertEquals(
                List.of(
                        "{\"data\":{\"corridor\":{\"id\":\"clr\"}},\"hasNext\":true}",
                        "{\"incremental\":[{\"data\":{\"goods\":[{\"code\":\"durian\"}]},"
                                + "\"path\":[\"corridor\"],\"label\":\"a\"}],\"hasNext\":true}",
                        "{\"incremental\":[{\"data\":{\"corridor\":{\"name\":\"China–Laos Railway\"}},"
                                + "\"path\":[\"corridor\",\"goods\",0],\"label\":\"b\"}],\"hasNext\":false}"),
                parts.parts());
        assertEquals(
                List.of(
                        "{\"data\":{\"corridor\":{\"id\":\"clr\"}},"
                                + "\"pending\":[{\"id\":\"0\",\"path\":[\"corridor\"],\"label\":\"a\"}],\"hasNext\":true}",
                        "{\"pending\":[{\"id\":\"1\",\"path\":[\"corridor\",\"goods\",0],\"label\":\"b\"}],"
                                + "\"incremental\":[{\"id\":\"0\",\"data\":{\"goods\":[{\"code\":\"durian\"}]}}],"
                                + "\"completed\":[{\"id\":\"0\"}],\"hasNext\":true}",
                        "{\"incremental\":[{\"id\":\"1\",\"data\":{\"corridor\":{\"name\":\"China–Laos Railway\"}}}],"
                                + "\"completed\":[{\"id\":\"1\"}],\"hasNext\":false}"),
                parts.draftParts());
    }

    @Test
    void answersFieldsOfTheRootLater() {
        holdFreight();
        DeferredParts parts = deliver("{ corridor { id } ... @defer { tonnes } }");
        parts.want(5);

        assertEquals(1, parts.parts().size());
        release();
        assertEquals(
                "{\"incremental\":[{\"data\":{\"tonnes\":7},\"path\":[]}],\"hasNext\":false}",
                parts.parts().getLast());
    }

    @Test
    void tellsOfAnErrorWithThePartToWhichItBelongs() {
        client.failing("freight", new SubgraphException(ErrorCode.TIMEOUT, "The subgraph freight took too long."));
        DeferredParts parts = deliver("{ corridors { id ... @defer { goods { code } } } }");
        parts.want(5);

        assertEquals(
                "{\"data\":{\"corridors\":[{\"id\":\"clr\"},{\"id\":\"cv\"}]},\"hasNext\":true}",
                parts.parts().getFirst());
        assertEquals(
                "{\"incremental\":["
                        + "{\"data\":{\"goods\":null},\"path\":[\"corridors\",0],\"errors\":[" + timeout(0, "goods")
                        + "]},"
                        + "{\"data\":{\"goods\":null},\"path\":[\"corridors\",1],\"errors\":[" + timeout(1, "goods")
                        + "]}"
                        + "],\"hasNext\":false}",
                parts.parts().getLast());
    }

    @Test
    void tellsOfAnErrorOfAWholeListWithTheFirstOfItsObjects() {
        client.answering(
                "freight",
                "{\"data\":{\"_entities\":[{\"goods\":null},{\"goods\":null}]},\"errors\":[{\"message\":\"no goods today\"}]}");
        DeferredParts parts = deliver("{ corridors { id ... @defer { goods { code } } } }");
        parts.want(5);

        assertEquals(
                "{\"incremental\":["
                        + "{\"data\":{\"goods\":null},\"path\":[\"corridors\",0],\"errors\":[{\"message\":\"no goods today\","
                        + "\"path\":[\"corridors\"],\"extensions\":{\"code\":\"SUBGRAPH_ERROR\",\"service\":\"freight\"}}]},"
                        + "{\"data\":{\"goods\":null},\"path\":[\"corridors\",1]}"
                        + "],\"hasNext\":false}",
                parts.parts().getLast());
    }

    /** The first answer stands behind all parts: what is wrong with it belongs where it shows. */
    @Test
    void tellsOfAnErrorOfTheFirstPartThereAlone() {
        client.answering("corridors", """
                {"data":{"corridors":[{"__typename":"Corridor","id":"clr","toll":{"amount":null}},
                {"__typename":"Corridor","id":"cv","toll":null}]},
                "errors":[{"message":"no amount","path":["corridors",0,"toll","amount"]},
                {"message":"no toll","path":["corridors",1,"toll"]}]}""");
        DeferredParts parts = deliver("{ corridors { toll { amount } ... @defer { tonnes } } }");
        parts.want(5);

        assertEquals(
                List.of(
                        "{\"data\":{\"corridors\":[{\"toll\":{\"amount\":null}},{\"toll\":null}]},\"errors\":["
                                + error("no amount", "\"corridors\",0,\"toll\",\"amount\"", "corridors") + ","
                                + error("no toll", "\"corridors\",1,\"toll\"", "corridors") + "],\"hasNext\":true}",
                        "{\"incremental\":[{\"data\":{\"tonnes\":3},\"path\":[\"corridors\",0]},"
                                + "{\"data\":{\"tonnes\":2},\"path\":[\"corridors\",1]}],\"hasNext\":false}"),
                parts.parts());
    }

    @Test
    void tellsOfAnErrorInAListOfAFragmentWithItsElement() {
        client.answering("freight", """
                {"data":{"_entities":[{"goods":[{"code":"durian"},{"code":"coal"}]},{"goods":[{"code":"rubber"}]}]},
                "errors":[{"message":"old","path":["_entities",0,"goods",1,"code"]},
                {"message":"older","path":["_entities",1,"goods",0]}]}""");
        DeferredParts parts = deliver("{ corridors { id ... @defer { goods { code } } } }");
        parts.want(5);

        assertEquals(
                "{\"incremental\":["
                        + "{\"data\":{\"goods\":[{\"code\":\"durian\"},{\"code\":\"coal\"}]},\"path\":[\"corridors\",0],"
                        + "\"errors\":[" + error("old", "\"corridors\",0,\"goods\",1,\"code\"", "freight") + "]},"
                        + "{\"data\":{\"goods\":[{\"code\":\"rubber\"}]},\"path\":[\"corridors\",1],"
                        + "\"errors\":[" + error("older", "\"corridors\",1,\"goods\",0", "freight") + "]}"
                        + "],\"hasNext\":false}",
                parts.parts().getLast());
    }

    /** The first object is not there, so that its fragment is not announced either. */
    @Test
    void tellsOfAnErrorThatNoPartShowsWithTheLast() {
        client.answering("corridors", """
                {"data":{"corridor":{"id":"clr","name":null},"corridors":[{"id":"clr"},{"id":"cv"}]}}""");
        client.breaking("freight", request -> {
            boolean isOfList = new String(request.body(), UTF_8).contains("\"cv\"");
            String answer = isOfList
                    ? "{\"data\":{\"_entities\":[{\"tonnes\":3},{\"tonnes\":2}]}}"
                    : "{\"data\":null,\"errors\":[{\"message\":\"no scales\",\"path\":[\"_entities\",0,\"tonnes\"]}]}";
            return CompletableFuture.completedFuture(new SubgraphResponse(answer.getBytes(UTF_8)));
        });
        DeferredParts parts = deliver("""
                { corridor { name ... @defer { tonnes } } corridors { id ... @defer { tonnes } } }""");
        parts.want(5);

        assertEquals(
                "{\"incremental\":[{\"data\":{\"tonnes\":3},\"path\":[\"corridors\",0]},"
                        + "{\"data\":{\"tonnes\":2},\"path\":[\"corridors\",1],\"errors\":["
                        + error("no scales", "\"corridor\",\"tonnes\"", "freight") + "]}],\"hasNext\":false}",
                parts.parts().getLast());
    }

    /** Which answers are old ones is known when all have come. */
    @Test
    void warnsOfAnOldAnswerWithTheLastPart() {
        client.breaking(
                "corridors",
                request -> CompletableFuture.completedFuture(
                        new SubgraphResponse(CORRIDORS.answer(request.body()), Duration.ofSeconds(90))));
        DeferredParts parts = deliver("{ corridor { name ... @defer { tonnes } } }");
        parts.want(5);

        assertEquals(
                List.of(
                        "{\"data\":{\"corridor\":{\"name\":\"China–Laos Railway\"}},\"hasNext\":true}",
                        "{\"incremental\":[{\"data\":{\"tonnes\":3},\"path\":[\"corridor\"]}],"
                                + "\"extensions\":{\"warnings\":[{\"code\":\"STALE\",\"message\":\"Subgraph \\\"corridors\\\""
                                + " could not be asked; what it said 90 s ago is shown instead.\","
                                + "\"subgraph\":\"corridors\",\"age\":90}]},\"hasNext\":false}"),
                parts.parts());
    }

    /** Two fragments of one object: each gets what it selects itself, however deep. */
    @Test
    void tellsOfAnErrorInTheFragmentThatShowsTheField() {
        client.answering("freight", """
                {"data":{"_entities":[{"goods":[{"code":"durian","corridor":null}]}]},
                "errors":[{"message":"no way","path":["_entities",0,"goods",0,"corridor"]}]}""");
        DeferredParts parts = deliver("""
                { corridor { id
                  ... @defer(label: "codes") { goods { code } }
                  ... @defer(label: "ways") { goods { corridor { id } } } } }
                """);
        parts.want(5);

        String ways = error("no way", "\"corridor\",\"goods\",0,\"corridor\"", "freight");
        assertEquals(
                List.of(
                        "{\"data\":{\"corridor\":{\"id\":\"clr\"}},\"hasNext\":true}",
                        "{\"incremental\":["
                                + "{\"data\":{\"goods\":[{\"code\":\"durian\"}]},\"path\":[\"corridor\"],\"label\":\"codes\"},"
                                + "{\"data\":{\"goods\":[{\"corridor\":null}]},\"path\":[\"corridor\"],\"label\":\"ways\","
                                + "\"errors\":[" + ways + "]}],\"hasNext\":false}"),
                parts.parts());
    }

    private static String error(String message, String path, String subgraph) {
        return "{\"message\":\"" + message + "\",\"path\":[" + path
                + "],\"extensions\":{\"code\":\"SUBGRAPH_ERROR\",\"service\":\"" + subgraph + "\"}}";
    }

    @Test
    void hasNothingToAddToAnObjectThatIsNullInTheFirstPart() {
        client.answering("corridors", "{\"data\":{\"corridor\":{\"id\":\"clr\",\"name\":null}}}");
        DeferredParts parts = deliver("{ corridor { name ... @defer { tonnes } } }");
        parts.want(5);

        assertEquals(
                List.of(
                        "{\"data\":{\"corridor\":null},\"errors\":[{\"message\":\"The field Corridor.name must not be null,"
                                + " but has no value.\",\"path\":[\"corridor\",\"name\"],\"extensions\":{\"code\":"
                                + "\"SUBGRAPH_INVALID_RESPONSE\",\"service\":\"corridors\"}}],\"hasNext\":false}"),
                parts.parts());
    }

    @Test
    void keepsANullInsideOfTheFragmentThatItBelongsTo() {
        client.failing("freight", new SubgraphException(ErrorCode.TIMEOUT, "The subgraph freight took too long."));
        DeferredParts parts = deliver("{ corridor { id ... @defer { name tonnes } } }");
        parts.want(5);

        String last = parts.parts().getLast();
        assertTrue(last.startsWith("{\"incremental\":[{\"data\":null,\"path\":[\"corridor\"],\"errors\":["), last);
        assertEquals(
                "{\"data\":{\"corridor\":{\"id\":\"clr\"}},\"hasNext\":true}",
                parts.parts().getFirst());
    }

    @Test
    void hasNothingToAddWhereTheFirstPartHasNoObject() {
        DeferredParts parts = deliver("{ gone { id ... @defer { tonnes } } }");
        parts.want(5);

        assertEquals(1, parts.parts().size());
        String only = parts.parts().getFirst();
        assertTrue(only.startsWith("{\"data\":null,\"errors\":["), only);
        assertTrue(only.endsWith(",\"hasNext\":false}"), only);
        assertTrue(parts.isCompleted());
    }

    @Test
    void waitsUntilAPartIsWantedAndGathersWhatIsReadyByThen() {
        DeferredParts parts = deliver("{ corridor { id ... @defer { tonnes } ... @defer { name } } }");
        parts.want(1);
        assertEquals(1, parts.parts().size());

        parts.want(1);

        assertEquals(
                "{\"incremental\":[{\"data\":{\"tonnes\":3},\"path\":[\"corridor\"]},"
                        + "{\"data\":{\"name\":\"China–Laos Railway\"},\"path\":[\"corridor\"]}],\"hasNext\":false}",
                parts.parts().getLast());
    }

    @Test
    void sendsNothingMoreWhenTheClientCancels() {
        holdFreight();
        DeferredParts parts = deliver("{ corridor { id ... @defer { goods { corridor { name } } } } }");
        parts.want(5);
        int before = client.requests().size();

        parts.cancel();
        release();

        assertEquals(before, client.requests().size());
        assertEquals(1, parts.parts().size());
        assertFalse(parts.isCompleted());
        assertNull(parts.failure());
    }

    @Test
    void sendsNothingBeforeSomebodySubscribes() {
        engine.prepare(request("{ corridor { id ... @defer { tonnes } } }", Map.of()), "context");

        assertEquals(List.of(), client.requests());
    }

    @Test
    void failsASecondSubscriberAndWhoAsksForNoParts() {
        Prepared.InParts delivery = assertInstanceOf(
                Prepared.InParts.class,
                engine.prepare(request("{ corridor { id ... @defer { tonnes } } }", Map.of()), "context"));
        DeferredParts first = new DeferredParts();
        DeferredParts second = new DeferredParts();
        delivery.parts().subscribe(first);
        delivery.parts().subscribe(second);

        // It holds a subscription, as every subscriber does, and nothing comes.
        second.want(1);
        second.cancel();
        first.want(0);

        assertEquals(List.of(), second.parts());
        assertInstanceOf(IllegalStateException.class, second.failure());
        assertInstanceOf(IllegalArgumentException.class, first.failure());
    }

    @Test
    void sendsNothingToWhoAskedForNoParts() {
        DeferredParts parts = deliver("{ corridor { id ... @defer { tonnes } } }");

        parts.want(-1);
        parts.want(5);

        assertEquals(List.of(), parts.parts());
        assertInstanceOf(IllegalArgumentException.class, parts.failure());
    }

    @Test
    void takesNoNoticeOfWhatIsWantedAfterTheLastPart() {
        DeferredParts parts = deliver("{ corridor { id ... @defer { tonnes } } }");
        parts.want(5);

        parts.want(0);

        assertTrue(parts.isCompleted());
        assertNull(parts.failure());
    }

    /** Who wants one part and then as many as there can be has no end of them. */
    @Test
    void addsUpHowManyPartsAreWantedWithoutOverflow() {
        holdFreight();
        DeferredParts parts = deliver("{ corridor { id ... @defer { tonnes } ... @defer { name } } }");
        parts.want(1);
        parts.want(Long.MAX_VALUE);
        parts.want(Long.MAX_VALUE);

        release();

        assertEquals(3, parts.parts().size());
        assertTrue(parts.isCompleted());
    }

    @Test
    void failsWhereTheEngineItselfIsWrong() {
        // A response without bytes breaks the client's contract in a way that no error code stands for.
        client.breaking("freight", request -> CompletableFuture.completedFuture(broken()));
        DeferredParts parts = deliver("{ corridor { id ... @defer { tonnes } } }");
        parts.want(5);

        assertInstanceOf(NullPointerException.class, parts.failure());
        assertFalse(parts.isCompleted());
    }

    @SuppressWarnings("NullAway") // the point of the test that uses it
    private static SubgraphResponse broken() {
        return new SubgraphResponse(null);
    }

    @Test
    void decidesByAVariable() {
        String query = "query ($late: Boolean!) { corridor { id ... @defer(if: $late) { tonnes } } }";

        assertInstanceOf(Prepared.InParts.class, engine.prepare(request(query, Map.of("late", true)), "context"));
        Prepared.Single whole = assertInstanceOf(
                Prepared.Single.class, engine.prepare(request(query, Map.of("late", false)), "context"));
        assertEquals(
                "{\"data\":{\"corridor\":{\"id\":\"clr\",\"tonnes\":3}}}",
                Run.text(whole.execute().toCompletableFuture().join()));
    }

    @Test
    void decidesByTheDefaultOfAVariableThatIsNotSent() {
        String query = "query ($late: Boolean! = %s) { corridor { id ... @defer(if: $late) { tonnes } } }";

        assertInstanceOf(Prepared.InParts.class, engine.prepare(request(query.formatted(true), Map.of()), "context"));
        assertInstanceOf(Prepared.Single.class, engine.prepare(request(query.formatted(false), Map.of()), "context"));
    }

    @Test
    void answersAtOnceAClientThatTakesItSo() {
        GraphQLRequest request = new GraphQLRequest("{ corridor { id ... @defer { tonnes } } }", null, Map.of());

        assertEquals(
                "{\"data\":{\"corridor\":{\"id\":\"clr\",\"tonnes\":3}}}",
                Run.text(
                        engine.execute(request, "context").toCompletableFuture().join()));
        assertInstanceOf(Prepared.Single.class, engine.prepare(request, "context"));
    }

    @Test
    void explainsThePartsOfAnAnswer() {
        String plan =
                engine.explain(request("{ corridor { name ... @defer(label: \"f\") { tonnes } } }", Map.of()), "");

        assertTrue(plan.startsWith("query plan, 2 requests, 1 deferred part\n"), plan);
        assertTrue(plan.endsWith("primary after #0\npart 0 \"f\" at corridor after #1\n"), plan);
    }

    private void holdFreight() {
        client.breaking("freight", request -> {
            CompletableFuture<@Nullable Void> gate = new CompletableFuture<>();
            held.add(gate);
            return gate.thenApply(open -> new SubgraphResponse(FREIGHT.answer(request.body())));
        });
    }

    private void release() {
        List.copyOf(held).forEach(gate -> gate.complete(null));
    }

    private static String timeout(int index, String field) {
        return "{\"message\":\"The subgraph freight took too long.\",\"path\":[\"corridors\"," + index + ",\"" + field
                + "\"],\"extensions\":{\"code\":\"TIMEOUT\",\"service\":\"freight\"}}";
    }

    private static GraphQLRequest request(String query, Map<String, @Nullable Object> variables) {
        return new GraphQLRequest(query, null, variables, Delivery.IN_PARTS);
    }

    private DeferredParts deliver(String query) {
        Prepared delivery = engine.prepare(request(query, Map.of()), "context");
        DeferredParts parts = new DeferredParts();
        assertInstanceOf(Prepared.InParts.class, delivery).parts().subscribe(parts);
        return parts;
    }
}
