package io.lancang.federation.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.FormLimits;
import io.lancang.federation.GraphQLResponse;
import io.lancang.federation.GraphQLResponse.Outcome;
import io.lancang.federation.OperationLimits;
import io.lancang.federation.PlannerOptions;
import io.lancang.federation.SubgraphException;
import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.testing.TestSubgraph;
import io.lancang.federation.testing.TestSubgraphs;
import io.lancang.federation.testing.TestSupergraph;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the SDL of subgraphs and the text of a query to the bytes of the answer. */
class FederationEngineTest {
    private static final String LINK =
            "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.3\", import: ["
                    + "\"@key\" \"@requires\" \"@provides\" \"@external\" \"@shareable\" \"@inaccessible\"])\n";

    private final TestSubgraph ports = TestSubgraph.of("ports", LINK + """
                    type Query { ports(open: Boolean = true, first: Int): [Port!]! stop(id: ID!): Stop stops: [Stop] }
                    type Mutation { close(id: ID!): Port }
                    interface Stop { id: ID! name: String }
                    type Port implements Stop @key(fields: "id") {
                      id: ID! name: String depth: Float state: State country: Country secret: String @inaccessible
                    }
                    type Station implements Stop @key(fields: "id") { id: ID! name: String tracks: Int }
                    type Country @key(fields: "code") { code: ID! }
                    enum State { OPEN CLOSED HIDDEN @inaccessible }
                    """)
            .query(
                    "ports",
                    environment -> Boolean.TRUE.equals(environment.getArgument("open"))
                            ? List.of(KUNMING, RUILI)
                            : List.of(RUILI))
            .query("stop", environment -> "v".equals(environment.getArgument("id")) ? VIENTIANE : KUNMING)
            .query("stops", environment -> List.of(VIENTIANE, KUNMING))
            .field("Mutation", "close", environment -> KUNMING)
            .entity("Port", port -> "k".equals(port.get("id")) ? KUNMING : RUILI)
            .entity("Station", station -> VIENTIANE)
            .build();

    private final TestSubgraph trade = TestSubgraph.of("trade", LINK + """
                    type Query { total: Int }
                    type Mutation { count(by: Int!): Int }
                    type Country @key(fields: "code") { code: ID! name(language: String = "en"): String trade(years: [Int!]!): Int }
                    type Port @key(fields: "id") {
                      id: ID! depth: Float @external fee: Int @requires(fields: "depth") volume: Int!
                    }
                    """)
            .query("total", environment -> 42)
            .field("Mutation", "count", environment -> environment.getArgument("by"))
            .field("Country", "name", environment -> "zh".equals(environment.getArgument("language")) ? "中国" : "China")
            .field("Country", "trade", environment -> {
                List<Integer> years = environment.getArgument("years");
                return years == null ? 0 : years.size();
            })
            .entity("Country", country -> Map.of("code", "CHN"))
            .entity(
                    "Port",
                    port -> Map.of(
                            "id",
                            "k",
                            "volume",
                            5,
                            "fee",
                            port.get("depth") instanceof Number depth ? depth.intValue() * 2 : -1))
            .build();

    private static final Map<String, Object> KUNMING = Map.of(
            "__typename",
            "Port",
            "id",
            "k",
            "name",
            "Kunming",
            "depth",
            12.5,
            "state",
            "OPEN",
            "country",
            Map.of("code", "CHN"));
    private static final Map<String, Object> RUILI =
            Map.of("__typename", "Port", "id", "r", "name", "Ruili", "depth", 3.0, "state", "HIDDEN");
    private static final Map<String, Object> VIENTIANE =
            Map.of("__typename", "Station", "id", "v", "name", "Vientiane", "tracks", 4);

    private final TestSubgraphs subgraphs = TestSubgraphs.of(ports, trade);
    private final FederationEngine<Object> engine =
            new FederationEngine<>(TestSupergraph.of(ports, trade), subgraphs, EngineOptions.DEFAULT);

    @Test
    void joinsSubgraphsWithVariablesDefaultsAndAliases() {
        assertEquals(
                "{\"data\":{\"all\":[{\"name\":\"Kunming\",\"fee\":24,\"country\":{\"zh\":\"中国\",\"name\":\"China\",\"trade\":2}},"
                        + "{\"name\":\"Ruili\",\"fee\":6,\"country\":null}],\"total\":42}}",
                answer(
                        "query($years: [Int!]!, $l: String = \"zh\") { all: ports { name fee"
                                + " country { zh: name(language: $l) name trade(years: $years) } } total }",
                        Map.of("years", List.of(2019, 2022))));
    }

    @Test
    void plansAnOperationOnceAndCountsIt() {
        answer("{ total }", Map.of());
        answer("{ total }", Map.of());
        answer("{ total }", Map.of());
        answer("{ ports { name } }", Map.of());

        assertEquals(new CacheCounts(2, 2, 2), engine.planCache());
    }

    @Test
    void countsWhatItRemembersOfAnOperation() {
        GraphQLRequest request = new GraphQLRequest("{ total }", null, Map.of());

        assertNull(engine.cached(request, this));
        engine.preparation(request, this);
        assertNotNull(engine.cached(request, this));

        assertEquals(new CacheCounts(1, 1, 1), engine.planCache());
    }

    /** Of 3,000 bytes 1,125 are for plans, and one of them may take half; a plan of one request is 1,500 and more. */
    @Test
    void remembersNoPlanThatIsHeavierThanItMayBe() {
        FederationEngine<Object> forgetful = new FederationEngine<>(
                TestSupergraph.of(ports, trade), subgraphs, EngineOptions.DEFAULT.withCaches(new CacheOptions(3_000)));

        forgetful.preparation(new GraphQLRequest("{ total }", null, Map.of()), this);

        assertEquals(new CacheCounts(0, 1, 0), forgetful.planCache());
    }

    @Test
    void preparesNoLongerThanTheLimitsAllow() {
        OperationLimits limits =
                new OperationLimits(10_000, 20, 100, 100, 100, 100, 20, 1_000, Duration.ZERO, FormLimits.DEFAULT);
        FederationEngine<Object> hurried = new FederationEngine<>(
                TestSupergraph.of(ports, trade), subgraphs, EngineOptions.DEFAULT.withLimits(limits));
        GraphQLRequest request = new GraphQLRequest("{ total }", null, Map.of());

        Preparation late = hurried.preparation(request, this, Duration.ofMinutes(1));

        String refusal = Run.text(assertInstanceOf(Prepared.Refused.class, hurried.prepare(late, request, this))
                .answer());
        assertTrue(refusal.contains("The operation takes more than 0 ms to prepare."), refusal);
        assertInstanceOf(
                Prepared.Single.class,
                engine.prepare(engine.preparation(request, this, Duration.ofMinutes(1)), request, this));
    }

    @Test
    void printsTheSchemaThatClientsSee() {
        TestSubgraph days = TestSubgraph.of("days", LINK + """
                        scalar Day @specifiedBy(url: "https://example.org/day")
                        type Query { day: Day old: Day @deprecated(reason: "Ask for day.") secret: Day @inaccessible }
                        """).build();
        FederationEngine<Object> ofDays =
                new FederationEngine<>(TestSupergraph.of(days), TestSubgraphs.of(days), EngineOptions.DEFAULT);

        assertEquals("""
                type Query {
                  day: Day
                  old: Day @deprecated(reason : "Ask for day.")
                }

                scalar Day @specifiedBy(url : "https://example.org/day")
                """, ofDays.schemaSdl());
    }

    @Test
    void plansAnOperationAnewTwiceIfTheSearchHasNotEnoughTime() {
        PlannerOptions noTime = new PlannerOptions(50_000, 2_000, Duration.ZERO, Duration.ofMinutes(1));
        FederationEngine<Object> hurried = new FederationEngine<>(
                TestSupergraph.of(ports, trade), subgraphs, EngineOptions.DEFAULT.withPlanner(noTime));
        GraphQLRequest large = new GraphQLRequest(
                "{ ports { fee a: name b: name c: name d: name e: name f: name g: name h: name } }", null, Map.of());

        hurried.prepare(large, this);
        assertNull(hurried.cached(large, this), "the first attempt is for the time being");
        hurried.prepare(large, this);
        assertNull(hurried.cached(large, this), "and so is the second");
        hurried.prepare(large, this);
        assertNotNull(hurried.cached(large, this), "the third is kept, whatever it found");
    }

    @Test
    void asksEachSubgraphOnceAStage() {
        answer("{ ports { name fee country { name } } total }", Map.of());

        assertEquals(3, subgraphs.requests().size(), () -> subgraphs.requests().toString());
    }

    @Test
    void answersInterfacesWithTheFieldsOfEachRuntimeType() {
        assertEquals(
                "{\"data\":{\"stops\":[{\"__typename\":\"Station\",\"name\":\"Vientiane\",\"tracks\":4},"
                        + "{\"__typename\":\"Port\",\"name\":\"Kunming\",\"fee\":24}]}}",
                answer("{ stops { __typename name ... on Station { tracks } ... on Port { fee } } }", Map.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    true  | {"data":{"total":42,"ports":[{"name":"Ruili","volume":5}]}} | 3
                    false | {"data":{"ports":[{"name":"Ruili"}]}}                       | 1
                    """)
    void asksOnlyForWhatTheVariablesInclude(boolean full, String expected, int requests) {
        String query =
                "query($f: Boolean!) { total @include(if: $f) ports(open: false) { name volume @include(if: $f) } }";

        assertEquals(expected, answer(query, Map.of("f", full)));
        assertEquals(
                requests,
                subgraphs.requests().size(),
                () -> subgraphs.requests().toString());
    }

    @Test
    void nullsAnEnumValueThatIsInaccessible() {
        String answer = answer("{ ports { state } }", Map.of());

        assertTrue(
                answer.startsWith("{\"data\":{\"ports\":[{\"state\":\"OPEN\"},{\"state\":null}]},\"errors\":["),
                answer);
        assertFalse(answer.contains("HIDDEN"), answer);
    }

    @Test
    void sendsMutationsInTheirOrder() {
        assertEquals(
                "{\"data\":{\"a\":1,\"close\":{\"name\":\"Kunming\",\"volume\":5},\"b\":2}}",
                answer("mutation { a: count(by: 1) close(id: \"k\") { name volume } b: count(by: 2) }", Map.of()));
        assertEquals(
                "trade {\"query\":\"mutation{a:count(by:1)}\"}",
                subgraphs.requests().getFirst());
    }

    @Test
    void losesTheParentOfANonNullFieldWhoseSubgraphIsDown() {
        subgraphs.failing("trade", new SubgraphException(ErrorCode.SUBGRAPH_UNAVAILABLE, "trade is down"));

        String answer = answer("{ stops { name ... on Port { volume } } }", Map.of());

        assertEquals(
                "{\"data\":{\"stops\":[{\"name\":\"Vientiane\"},null]},\"errors\":[{\"message\":\"trade is down\","
                        + "\"path\":[\"stops\",1,\"volume\"],\"extensions\":{\"code\":\"SUBGRAPH_UNAVAILABLE\",\"service\":\"trade\"}}]}",
                answer);
    }

    @Test
    void answersQuestionsAboutTheSchemaItselfAlongsideData() {
        String answer = answer(
                "query($n: String!) { __typename total __type(name: $n) { name fields { name } } ...S }"
                        + " fragment S on Query { __schema { queryType { name } types { name } } }",
                Map.of("n", "Port"));

        assertTrue(
                answer.startsWith(
                        "{\"data\":{\"__typename\":\"Query\",\"total\":42,\"__type\":{\"name\":\"Port\",\"fields\":["),
                answer);
        assertTrue(answer.contains("\"queryType\":{\"name\":\"Query\"}"), answer);
        for (String hidden : List.of("secret", "join__", "_Entity", "_entities", "_Any")) {
            assertFalse(answer.contains(hidden), answer);
        }
        assertEquals(1, subgraphs.requests().size());
    }

    @Test
    void answersTheSameAboutTheSchemaEveryTime() {
        String query = "{ __type(name: \"Nothing\") { name } __schema { mutationType { name } } }";

        assertEquals(
                "{\"data\":{\"__type\":null,\"__schema\":{\"mutationType\":{\"name\":\"Mutation\"}}}}",
                answer(query, Map.of()));
        assertEquals(answer(query, Map.of()), answer(query, Map.of()));
        assertEquals(List.of(), subgraphs.requests());
    }

    @Test
    void offersOnlyDirectivesThatItObeys() {
        assertEquals(
                "{\"data\":{\"__schema\":{\"directives\":[{\"name\":\"defer\"},"
                        + "{\"name\":\"stream\"},{\"name\":\"deprecated\"},{\"name\":\"specifiedBy\"},{\"name\":\"oneOf\"},{\"name\":\"include\"},{\"name\":\"skip\"}]}}}",
                answer("{ __schema { directives { name } } }", Map.of()));
    }

    @Test
    void saysWhereARequestIsWrongWithTheLineFirst() {
        assertTrue(answer("{ tot }", Map.of()).contains("\"locations\":[{\"line\":1,\"column\":3}]"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    query @experimental_disableErrorPropagation { total } | GRAPHQL_VALIDATION_FAILED
                    { ports { nam } }                      | GRAPHQL_VALIDATION_FAILED
                    { ports {                              | GRAPHQL_PARSE_FAILED
                    { ports { secret } }                   | GRAPHQL_VALIDATION_FAILED
                    query($f: Int!) { ports(first: $f) { name } } | BAD_USER_INPUT
                    query A { total } query B { total }    | BAD_USER_INPUT
                    """)
    void refusesWhatIsNotValidWithoutAskingAnybody(String query, ErrorCode code) {
        GraphQLResponse response = execute(query, Map.of());

        assertEquals(Outcome.REQUEST_ERROR, response.outcome());
        assertTrue(Run.text(response).startsWith("{\"errors\":[{\"message\":"), Run.text(response));
        assertTrue(Run.text(response).contains("\"code\":\"" + code + "\""), Run.text(response));
        assertEquals(List.of(), subgraphs.requests());
    }

    @Test
    void explainsThePlanOrWhyThereIsNone() {
        assertTrue(engine.explain(new GraphQLRequest("{ total }", null, Map.of()), "context")
                .contains("trade"));
        assertTrue(engine.explain(new GraphQLRequest("{ tot }", null, Map.of()), "context")
                .startsWith("GRAPHQL_VALIDATION_FAILED: "));
        assertEquals(List.of(), subgraphs.requests());
    }

    private String answer(String query, Map<String, @Nullable Object> variables) {
        return Run.text(execute(query, variables));
    }

    private GraphQLResponse execute(String query, Map<String, @Nullable Object> variables) {
        return engine.execute(new GraphQLRequest(query, null, variables), "context")
                .toCompletableFuture()
                .join();
    }
}
