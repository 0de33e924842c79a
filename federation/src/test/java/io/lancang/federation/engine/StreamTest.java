package io.lancang.federation.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.SubgraphException;
import io.lancang.federation.SubgraphResponse;
import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.testing.DeferredParts;
import io.lancang.federation.testing.TestSubgraph;
import io.lancang.federation.testing.TestSubgraphs;
import io.lancang.federation.testing.TestSupergraph;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists whose items behind the first come later, with what other subgraphs add to them. */
class StreamTest {
    private static final String LINK = "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.3\","
            + " import: [\"@key\" \"@shareable\"])\n";

    private static final TestSubgraph CORRIDORS = TestSubgraph.of("corridors", LINK + """
                    type Mutation { closed: [Corridor!] }
                    type Query { corridors: [Corridor!]! many: [Corridor!]! line: Line years: [Int!]! }
                    type Line { name: String stops: [Corridor!] }
                    type Corridor @key(fields: "id") { id: ID! name: String! parts: [Part!]! loads: [Load!] @shareable }
                    type Part { length: Int }
                    type Load { code: ID @shareable weight: Int }
                    """)
            .query("corridors", environment -> List.of(named("a"), named("b"), named("c")))
            .query(
                    "many",
                    environment -> IntStream.range(0, 1_201)
                            .mapToObj(number -> named("n" + number))
                            .toList())
            .query("line", environment -> Map.of("name", "north", "stops", List.of(named("a"), named("b"))))
            .field("Mutation", "closed", environment -> List.of(named("a"), named("b")))
            .query("years", environment -> List.of(2000, 2022))
            .entity("Corridor", corridor -> named(String.valueOf(corridor.get("id"))))
            .build();

    private static final TestSubgraph FREIGHT = TestSubgraph.of("freight", LINK + """
                    type Query { tonnes: Int }
                    type Corridor @key(fields: "id") @key(fields: "code") {
                      id: ID! code: ID! tonnes: Int! weight: Int sections: [Section!] loads: [Load!] @shareable
                    }
                    type Section { gauge: Int }
                    type Load { code: ID @shareable tariff: Int }
                    """)
            .query("tonnes", environment -> 7)
            .field("Corridor", "weight", environment -> {
                Map<String, Object> corridor = environment.getSource();
                if (corridor != null && "n700".equals(corridor.get("id"))) {
                    throw new IllegalStateException("no scales");
                }
                return 9;
            })
            .entity(
                    "Corridor",
                    corridor -> Map.of(
                            "__typename",
                            "Corridor",
                            "id",
                            String.valueOf(corridor.get("id")),
                            "code",
                            "X",
                            "tonnes",
                            5,
                            "sections",
                            List.of(Map.of("gauge", 1000), Map.of("gauge", 1435)),
                            "loads",
                            List.of(Map.of("tariff", 1), Map.of("tariff", 2))))
            .build();

    private static final TestSubgraph CUSTOMS = TestSubgraph.of("customs", LINK + """
                    type Query { duty: Int }
                    type Corridor @key(fields: "code") { code: ID! duty: Int }
                    """)
            .query("duty", environment -> 8)
            .entity("Corridor", corridor -> Map.of("__typename", "Corridor", "code", "X", "duty", 8))
            .build();

    private final TestSubgraphs client = TestSubgraphs.of(CORRIDORS, FREIGHT, CUSTOMS);
    private final FederationEngine<Object> engine =
            new FederationEngine<>(TestSupergraph.of(CORRIDORS, FREIGHT, CUSTOMS), client, EngineOptions.DEFAULT);

    private static Map<String, Object> named(String id) {
        return Map.of(
                "id",
                id,
                "name",
                "line " + id,
                "parts",
                List.of(Map.of("length", 1), Map.of("length", 2)),
                "loads",
                List.of(Map.of("weight", 7), Map.of("weight", 9)));
    }

    @Test
    void asksForWhatOthersAddToLaterItemsOnlyWhenTheFirstPartIsWritten() {
        DeferredParts parts = deliver("{ corridors @stream(initialCount: 1, label: \"rest\") { id tonnes } }");
        parts.want(1);

        assertEquals(
                List.of("{\"data\":{\"corridors\":[{\"id\":\"a\",\"tonnes\":5}]},\"hasNext\":true}"), parts.parts());
        // The list, what freight adds to its first item, and now what it adds to the others; nothing is asked of an
        // item twice.
        assertEquals(3, client.requests().size());
        assertTrue(client.requests().get(1).contains("\"a\"")
                && !client.requests().get(1).contains("\"b\""));
        assertTrue(client.requests().get(2).contains("\"b\"")
                && client.requests().get(2).contains("\"c\""));
        assertTrue(
                !client.requests().get(2).contains("\"a\""), client.requests().get(2));

        parts.want(5);

        assertEquals(
                "{\"incremental\":[{\"items\":[{\"id\":\"b\",\"tonnes\":5},{\"id\":\"c\",\"tonnes\":5}],"
                        + "\"path\":[\"corridors\",1],\"label\":\"rest\"}],\"hasNext\":false}",
                parts.parts().get(1));
        assertEquals(
                List.of(
                        "{\"data\":{\"corridors\":[{\"id\":\"a\",\"tonnes\":5}]},"
                                + "\"pending\":[{\"id\":\"0\",\"path\":[\"corridors\"],\"label\":\"rest\"}],\"hasNext\":true}",
                        "{\"incremental\":[{\"id\":\"0\",\"items\":[{\"id\":\"b\",\"tonnes\":5},{\"id\":\"c\",\"tonnes\":5}]}],"
                                + "\"completed\":[{\"id\":\"0\"}],\"hasNext\":false}"),
                parts.draftParts());
        assertTrue(parts.isCompleted());
    }

    @Test
    void writesALongListInPartsOfFiveHundred() {
        DeferredParts parts = deliver("{ many @stream(initialCount: 1) { id } }");
        parts.want(10);

        // 1 + 500 + 500 + 200.
        assertEquals(4, parts.parts().size());
        assertTrue(parts.parts().get(1).endsWith("\"path\":[\"many\",1]}],\"hasNext\":true}"));
        assertTrue(parts.parts().get(3).startsWith("{\"incremental\":[{\"items\":[{\"id\":\"n1001\"}"));
        assertTrue(parts.parts().get(3).endsWith("\"path\":[\"many\",1001]}],\"hasNext\":false}"));
        assertTrue(parts.draftParts().get(2).endsWith("}]}],\"hasNext\":true}"), "completed too early");
        assertEquals(1, client.requests().size());
    }

    @Test
    void reportsAnErrorWithThePartThatHasItsItem() {
        DeferredParts parts = deliver("{ many @stream(initialCount: 1) { weight } }");
        parts.want(10);

        assertFalse(parts.parts().get(1).contains("errors"), "an error of item 700 stands beside items 1 to 500");
        assertTrue(parts.parts().get(2).contains("\"path\":[\"many\",700,\"weight\"]"));
        assertFalse(parts.parts().get(3).contains("errors"), "an error stands twice");
    }

    @Test
    void streamsSeveralListsOneAfterTheOther() {
        DeferredParts parts = deliver("""
                { line { stops @stream(initialCount: 1) { id tonnes } } corridors @stream(initialCount: 2) { name } }
                """);
        parts.want(10);

        assertEquals(
                List.of(
                        "{\"data\":{\"line\":{\"stops\":[{\"id\":\"a\",\"tonnes\":5}]},"
                                + "\"corridors\":[{\"name\":\"line a\"},{\"name\":\"line b\"}]},\"hasNext\":true}",
                        "{\"incremental\":[{\"items\":[{\"id\":\"b\",\"tonnes\":5}],\"path\":[\"line\",\"stops\",1]}],"
                                + "\"hasNext\":true}",
                        "{\"incremental\":[{\"items\":[{\"name\":\"line c\"}],\"path\":[\"corridors\",2]}],\"hasNext\":false}"),
                parts.parts());
        assertEquals(
                List.of(
                        "{\"incremental\":[{\"id\":\"0\",\"items\":[{\"id\":\"b\",\"tonnes\":5}]}],\"completed\":[{\"id\":\"0\"}],"
                                + "\"hasNext\":true}",
                        "{\"incremental\":[{\"id\":\"1\",\"items\":[{\"name\":\"line c\"}]}],\"completed\":[{\"id\":\"1\"}],"
                                + "\"hasNext\":false}"),
                parts.draftParts().subList(1, 3));
    }

    @Test
    void reportsAFailureOfASubgraphWithTheItemsThatItConcerns() {
        client.failing("freight", new SubgraphException(ErrorCode.TIMEOUT, "too late"));
        DeferredParts parts = deliver("{ line { stops @stream(initialCount: 1) { id tonnes } } }");
        parts.want(10);

        String error = "\"errors\":[{\"message\":\"too late\",\"path\":[\"line\",\"stops\",%d,\"tonnes\"],"
                + "\"extensions\":{\"code\":\"TIMEOUT\",\"service\":\"freight\"}}]";
        // An item must not be null, so the list of the first part is; then there is nothing to stream.
        assertEquals(
                List.of("{\"data\":{\"line\":{\"stops\":null}}," + error.formatted(0) + ",\"hasNext\":false}"),
                parts.parts());

        client.breaking("freight", request -> {
            String body = new String(request.body(), UTF_8);
            if (body.contains("\"b\"")) {
                throw new SubgraphException(ErrorCode.TIMEOUT, "too late");
            }
            return CompletableFuture.completedFuture(new SubgraphResponse(FREIGHT.answer(request.body())));
        });
        DeferredParts later = deliver("{ line { stops @stream(initialCount: 1) { id tonnes } } }");
        later.want(10);

        assertEquals(
                List.of(
                        "{\"data\":{\"line\":{\"stops\":[{\"id\":\"a\",\"tonnes\":5}]}},\"hasNext\":true}",
                        "{\"incremental\":[{\"items\":null,\"path\":[\"line\",\"stops\",1]," + error.formatted(1)
                                + "}],\"hasNext\":false}"),
                later.parts());
        assertEquals(
                "{\"completed\":[{\"id\":\"0\"," + error.formatted(1) + "}],\"hasNext\":false}",
                later.draftParts().get(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // What a mutation does is not asked for in halves.
                "mutation { closed @stream(initialCount: 1) { id tonnes } }",
                // Not longer than what comes first.
                "{ corridors @stream(initialCount: 3) { id } }",
                // Switched off.
                "{ corridors @stream(if: false) { id } }",
                "query($off: Boolean = false) { corridors @stream(if: $off) { id } }",
                // No objects: nobody could add anything to them.
                "{ years @stream }",
                // One of two selections of the same field wants it whole.
                "{ corridors @stream { id } corridors { name } }",
                // Two subgraphs bring parts of the items, so that neither knows how many there are.
                "{ line { stops { loads @stream { weight tariff } } } }",
                // One request is for the list and for another place, on which a third waits.
                "{ line { stops @stream(initialCount: 1) { tonnes } } corridors { duty } }",
            })
    void answersWholeWhatIsNotToBeStreamed(String query) {
        assertEquals(List.of(), streamed(query));
    }

    @Test
    void answersAListInAStreamedOneWholeWithItsItem() {
        assertEquals(
                List.of("{\"incremental\":[{\"items\":[{\"parts\":[{\"length\":1},{\"length\":2}]}],"
                        + "\"path\":[\"corridors\",2]}],\"hasNext\":false}"),
                streamed("{ corridors @stream(initialCount: 2) { parts @stream { length } } }"));
    }

    @Test
    void streamsListsOfObjectsInListsAsManyAsThereAre() {
        assertEquals(
                List.of(
                        "{\"incremental\":[{\"items\":[{\"length\":2}],\"path\":[\"line\",\"stops\",0,\"parts\",1]}],\"hasNext\":true}",
                        "{\"incremental\":[{\"items\":[{\"length\":2}],\"path\":[\"line\",\"stops\",1,\"parts\",1]}],\"hasNext\":false}"),
                streamed("{ line { stops { parts @stream(initialCount: 1) { length } } } }"));
    }

    @Test
    void streamsAListThatEntitiesHave() {
        assertEquals(
                List.of(
                        "{\"incremental\":[{\"items\":[{\"gauge\":1435}],\"path\":[\"line\",\"stops\",0,\"sections\",1]}],\"hasNext\":true}",
                        "{\"incremental\":[{\"items\":[{\"gauge\":1435}],\"path\":[\"line\",\"stops\",1,\"sections\",1]}],\"hasNext\":false}"),
                streamed("{ line { stops { sections @stream(initialCount: 1) { gauge } } } }"));
    }

    /** One request is for the objects of both places: what it asked of the other was asked with the first part. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ line { stops @stream(initialCount: 1) { tonnes } } corridors { tonnes } } | b | a c",
                "{ corridors @stream(initialCount: 1) { tonnes } line { stops { tonnes } } } | b c | a"
            })
    void asksForLaterItemsOfTheListAloneThatIsStreamed(String query, String asked, String notAsked) {
        assertEquals(1, streamed(query).size());

        String last = client.requests().get(2);
        for (String id : asked.split(" ", -1)) {
            assertEquals(1, occurrences(last, "\"id\":\"" + id + "\""), last);
        }
        for (String id : notAsked.split(" ", -1)) {
            assertEquals(0, occurrences(last, "\"id\":\"" + id + "\""), last);
        }
        assertEquals(3, client.requests().size());
    }

    private static int occurrences(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    /** The code by which customs knows a corridor comes from freight, of later items as of the first. */
    @Test
    void asksOfLaterItemsOneSubgraphAfterTheOtherThatGivesItsKey() {
        assertEquals(
                List.of(
                        "{\"incremental\":[{\"items\":[{\"duty\":8},{\"duty\":8}],\"path\":[\"corridors\",1]}],\"hasNext\":false}"),
                streamed("{ corridors @stream(initialCount: 1) { duty } }"));
        assertEquals(
                List.of("corridors", "freight", "customs", "freight", "customs"),
                client.requests().stream()
                        .map(request -> request.split(" ", 2)[0])
                        .toList());
    }

    /** What is asked of an item depends on the object above, so that items of both halves would not be asked alike. */
    @Test
    void answersWholeAListWhoseItemsTakeValuesFromAbove() {
        String link = "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.8\","
                + " import: [\"@key\" \"@external\" \"@context\" \"@fromContext\"])\n";
        TestSubgraph fleet = TestSubgraph.of("fleet", link + """
                        type Query { voyage: Voyage }
                        type Voyage @key(fields: "id") { id: ID! currency: String cargo: [Cargo!] }
                        type Cargo @key(fields: "id") { id: ID! }
                        """).build();
        TestSubgraph prices = TestSubgraph.of("prices", link + """
                        type Query { prices: Int }
                        type Voyage @key(fields: "id") @context(name: "voyage") { id: ID! currency: String @external tax: Int }
                        type Cargo @key(fields: "id") {
                          id: ID!
                          label: String
                          fee(currency: String @fromContext(field: "$voyage { currency }")): String
                        }
                        """).build();
        FederationEngine<Object> shipping = new FederationEngine<>(
                TestSupergraph.of(fleet, prices), TestSubgraphs.of(fleet, prices), EngineOptions.DEFAULT);

        assertInstanceOf(
                Prepared.InParts.class,
                shipping.prepare(request("{ voyage { cargo @stream { label } } }", Map.of()), "context"));
        assertInstanceOf(
                Prepared.Single.class,
                shipping.prepare(request("{ voyage { cargo @stream { fee } } }", Map.of()), "context"));
    }

    @Test
    void warnsOfAnOldAnswerWithTheLastItems() {
        client.breaking(
                "corridors",
                request -> CompletableFuture.completedFuture(
                        new SubgraphResponse(CORRIDORS.answer(request.body()), Duration.ofSeconds(90))));

        List<String> later = streamed("{ line { stops { parts @stream(initialCount: 1) { length } } } }");

        assertFalse(later.getFirst().contains("STALE"), later.getFirst());
        assertTrue(later.getLast().contains("\"extensions\":{\"warnings\":[{\"code\":\"STALE\""), later.getLast());
    }

    @Test
    void streamsNoListWhereSomethingIsDeferred() {
        List<String> later = streamed("{ corridors @stream(initialCount: 1) { id } line { ... @defer { name } } }");

        assertEquals(1, later.size());
        assertTrue(later.getFirst().startsWith("{\"incremental\":[{\"data\":{\"name\":\"north\"}"), later.getFirst());
    }

    @Test
    void answersWholeToWhoTakesNoParts() {
        GraphQLRequest request = new GraphQLRequest("{ corridors @stream { id } }", null, Map.of(), Delivery.WHOLE);

        assertInstanceOf(Prepared.Single.class, engine.prepare(request, "context"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{ line @stream { name } } | 'line', which is no list",
                "{ corridors @stream(initialCount: -1) { id } } | initialCount' of directive 'stream' is -1",
                "query($l: String) { corridors @stream(label: $l) { id } } | must be a string, not a variable",
                "{ corridors @stream(label: \"x\") { id } many @stream(label: \"x\") { id } } | must be unique",
                "{ ... @stream { line { name } } } | stream",
            })
    void refusesWhatCannotBe(String query, String problem) {
        String answer = refusal(query, Map.of());

        assertTrue(answer.contains(problem), answer);
        assertTrue(answer.contains("GRAPHQL_VALIDATION_FAILED"), answer);
    }

    @Test
    void tellsLabelsApartInEachOperationByItself() {
        GraphQLRequest request = new GraphQLRequest("""
                query A { corridors @stream(label: "rest") { id } }
                query B { corridors @stream(label: "rest") { id } }
                """, "B", Map.of(), Delivery.IN_PARTS);

        assertInstanceOf(Prepared.InParts.class, engine.prepare(request, "context"));
    }

    /** Each part costs a request, and a client may not choose how many. */
    @Test
    void streamsNoMoreThanSixteenLists() {
        DeferredParts parts = deliver("{ "
                + IntStream.range(0, 17)
                        .mapToObj(number -> "l" + number + ": corridors @stream(initialCount: 2) { id } ")
                        .collect(Collectors.joining())
                + "}");
        parts.want(50);

        String first = parts.parts().getFirst();
        assertTrue(first.contains("\"l15\":[{\"id\":\"a\"},{\"id\":\"b\"}],"), first);
        assertTrue(first.contains("\"l16\":[{\"id\":\"a\"},{\"id\":\"b\"},{\"id\":\"c\"}]"), first);
        assertEquals(17, parts.parts().size());
    }

    @Test
    void refusesANegativeCountInAVariable() {
        String answer = refusal("query($n: Int!) { corridors @stream(initialCount: $n) { id } }", Map.of("n", -2));

        assertTrue(answer.contains("'n' is -2") && answer.contains("BAD_USER_INPUT"), answer);
    }

    @Test
    void streamsAListOfWhichNothingComesFirst() {
        assertEquals(
                List.of(
                        "{\"incremental\":[{\"items\":[{\"id\":\"a\"},{\"id\":\"b\"},{\"id\":\"c\"}],\"path\":[\"corridors\",0]}],"
                                + "\"hasNext\":false}"),
                streamed("{ corridors @stream(initialCount: 0) { id } }"));
    }

    @Test
    void takesTheCountFromAVariable() {
        GraphQLRequest request =
                request("query($n: Int! = 2) { corridors @stream(initialCount: $n) { id } }", Map.of());
        DeferredParts parts = new DeferredParts();
        assertInstanceOf(Prepared.InParts.class, engine.prepare(request, "context"))
                .parts()
                .subscribe(parts);
        parts.want(5);

        assertTrue(
                parts.parts().get(1).contains("\"path\":[\"corridors\",2]"),
                parts.parts().toString());
    }

    private String refusal(String query, Map<String, @Nullable Object> variables) {
        Prepared refused = engine.prepare(request(query, variables), "context");
        return Run.text(assertInstanceOf(Prepared.Refused.class, refused).answer());
    }

    /** The parts behind the first. */
    private List<String> streamed(String query) {
        Prepared prepared = engine.prepare(request(query, Map.of()), "context");
        if (!(prepared instanceof Prepared.InParts delivery)) {
            assertInstanceOf(Prepared.Single.class, prepared);
            return List.of();
        }
        DeferredParts parts = new DeferredParts();
        delivery.parts().subscribe(parts);
        parts.want(10);
        assertTrue(parts.isCompleted());
        return parts.parts().subList(1, parts.parts().size());
    }

    private static GraphQLRequest request(String query, Map<String, @Nullable Object> variables) {
        return new GraphQLRequest(query, null, variables, Delivery.IN_PARTS);
    }

    private DeferredParts deliver(String query) {
        DeferredParts parts = new DeferredParts();
        assertInstanceOf(Prepared.InParts.class, engine.prepare(request(query, Map.of()), "context"))
                .parts()
                .subscribe(parts);
        return parts;
    }
}
