package io.lancang.federation.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.AccessMode;
import io.lancang.federation.AccessOptions;
import io.lancang.federation.Grants;
import io.lancang.federation.testing.DeferredParts;
import io.lancang.federation.testing.TestSubgraph;
import io.lancang.federation.testing.TestSubgraphs;
import io.lancang.federation.testing.TestSupergraph;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What clients get of fields that they may not see, and that no subgraph is asked for them. */
class WithheldFieldsTest {
    private static final String LINK =
            "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.9\", import: ["
                    + "\"@key\" \"@external\" \"@requires\" \"@authenticated\" \"@requiresScopes\" \"@policy\" \"@context\""
                    + " \"@fromContext\" \"@interfaceObject\" \"@shareable\"])\n";

    private static final Grants SIGNED_IN = new Grants(true, Set.of(), Set.of());

    private static final TestSubgraph TRADE = TestSubgraph.of("trade", LINK + """
            type Query {
              partner: Partner
              partners: [Partner!]!
              treaty: Treaty @authenticated
              documents: [Document]
              findings: [Finding]
              stats(by: Grouping, filter: Filter, outer: Outer, name: String): Int
              audit: Audit
              rules: [Rule!]
            }
            type Mutation { publish: Partner audit: Audit! @requiresScopes(scopes: [["audit:write"]]) rename: Partner! }
            type Subscription { published: Partner secrets: Partner @authenticated }
            type Partner @key(fields: "id") {
              id: ID!
              name: String
              margin: Float @requiresScopes(scopes: [["trade:read", "trade:margin"], ["admin"]])
              code: String! @authenticated
              rating: Rating
              treaty: Treaty
              credit: Int @policy(policies: [["credit"]])
            }
            scalar Rating @requiresScopes(scopes: [["ratings"]])
            type Treaty @key(fields: "id") { id: ID! text: String @authenticated title: String }
            interface Document @key(fields: "id") { id: ID! title: String }
            type Note implements Document @key(fields: "id") { id: ID! title: String body: String }
            type Cable implements Document @key(fields: "id") @authenticated { id: ID! title: String body: String }
            union Finding = Note | Cable
            enum Grouping @authenticated { MARGIN COUNTRY }
            input Filter { name: String grouping: Grouping }
            input Outer { filter: Inner }
            input Inner { filter: Filter }
            type Audit @authenticated { id: ID! by: Partner }
            type Rule @key(fields: "id") @context(name: "rule") { id: ID! weight: Int @policy(policies: [["rules"]]) clause: Clause }
            type Clause @key(fields: "id") { id: ID! }
            """)
            .query("partner", environment -> partner("LAO"))
            .query("partners", environment -> List.of(partner("LAO"), partner("VNM")))
            .query("treaty", environment -> Map.of("id", "rcep", "title", "RCEP", "text", "secret"))
            .query("documents", environment -> documents())
            .query("findings", environment -> documents())
            .query("stats", environment -> 5)
            .query("audit", environment -> Map.of("id", "a1"))
            .query("rules", environment -> List.of(Map.of("id", "r1", "weight", 3, "clause", Map.of("id", "c1"))))
            .field("Mutation", "publish", environment -> partner("LAO"))
            .field("Mutation", "audit", environment -> Map.of("id", "a1"))
            .field("Mutation", "rename", environment -> partner("VNM"))
            .entity("Partner", key -> partner(String.valueOf(key.get("id"))))
            .build();

    private static final TestSubgraph RISK = TestSubgraph.of("risk", LINK + """
            type Query { risks: Int }
            type Partner @key(fields: "id") {
              id: ID!
              margin: Float @external
              risk: Int @requires(fields: "margin") @requiresScopes(scopes: [["trade:read", "trade:margin"], ["admin"]])
              open: Int
            }
            """)
            .entity("Partner", key -> Map.of("id", String.valueOf(key.get("id")), "risk", 9, "open", 1))
            .build();

    private final TestSubgraphs subgraphs = TestSubgraphs.of(TRADE, RISK);

    private static Map<String, Object> partner(String id) {
        return Map.of(
                "__typename",
                "Partner",
                "id",
                id,
                "name",
                "name of " + id,
                "margin",
                0.25,
                "code",
                id,
                "rating",
                "AA",
                "credit",
                7,
                "treaty",
                Map.of("id", "rcep", "title", "RCEP", "text", "secret"));
    }

    private static List<Map<String, Object>> documents() {
        return List.of(
                Map.of("__typename", "Note", "id", "n1", "title", "note", "body", "open"),
                Map.of("__typename", "Cable", "id", "c1", "title", "cable", "body", "secret"));
    }

    @Test
    void answersNullAndAnErrorAndAsksNoSubgraph() {
        assertEquals(
                "{\"data\":{\"partner\":{\"name\":\"name of LAO\",\"margin\":null}},\"errors\":["
                        + error(
                                "Partner.margin",
                                "the scope \\\"trade:margin\\\" and \\\"trade:read\\\", or \\\"admin\\\"",
                                "\"partner\",\"margin\"")
                        + "]}",
                answer("{ partner { name margin } }", Grants.NONE));
        assertEquals(List.of("trade {\"query\":\"{partner{name}}\"}"), subgraphs.requests());
    }

    @ParameterizedTest
    @CsvSource({
        "trade:read, true",
        "trade:margin trade:read, false",
        "admin, false",
        "admin:all, true",
        "Trade:read trade:margin, true"
    })
    void takesAnyOfTheAlternativesWhoseScopesAreAllThere(String scopes, boolean withheld) {
        String answer =
                answer("{ partner { margin } }", new Grants(true, Set.of(scopes.split(" ", -1)), Set.of("admin")));

        assertEquals(withheld, answer.contains("UNAUTHORIZED_FIELD_OR_TYPE"), answer);
        assertEquals(withheld, subgraphs.requests().isEmpty());
    }

    @Test
    void takesPoliciesForPoliciesOnly() {
        assertTrue(answer("{ partner { name credit } }", new Grants(true, Set.of("credit"), Set.of()))
                .contains("\"credit\":null"));
        assertTrue(answer("{ partner { name credit } }", new Grants(false, Set.of(), Set.of("credit")))
                .contains("\"credit\":7"));
    }

    @Test
    void sendsNothingWhereNothingIsLeft() {
        assertEquals(
                "{\"data\":{\"treaty\":null,\"partner\":null},\"errors\":["
                        + error("Query.treaty", "a client that has authenticated itself", "\"treaty\"") + ","
                        + error(
                                "Treaty.text",
                                "a client that has authenticated itself",
                                "\"partner\",\"treaty\",\"text\"")
                        + "]}",
                answer("{ treaty { title } partner { treaty { text } } }", Grants.NONE));
        assertEquals(List.of(), subgraphs.requests());
    }

    @Test
    void passesANullOnThatMustNotBeNull() {
        assertEquals(
                "{\"data\":{\"partner\":null},\"errors\":["
                        + error("Partner.code", "a client that has authenticated itself", "\"partner\",\"code\"")
                        + "]}",
                answer("{ partner { name code } }", Grants.NONE));
        assertTrue(answer("{ partners { name code } }", Grants.NONE).startsWith("{\"data\":null,"));
    }

    @Test
    void tellsOfFieldsByAliasAndPlace() {
        String answer = answer("{ all: partners { id m: margin } }", Grants.NONE);

        assertTrue(answer.contains("\"path\":[\"all\",0,\"m\"]"), answer);
        assertTrue(answer.contains("\"path\":[\"all\",1,\"m\"]"), answer);
        assertEquals(List.of("trade {\"query\":\"{all:partners{id}}\"}"), subgraphs.requests());
    }

    @Test
    void protectsTypesWhereverTheyAreReturned() {
        String anonymous = answer("{ audit { id } partner { name rating } }", Grants.NONE);

        assertTrue(anonymous.startsWith(
                "{\"data\":{\"audit\":null,\"partner\":{\"name\":\"name of LAO\",\"rating\":null}}"));
        assertTrue(anonymous.contains("needs the scope \\\"ratings\\\""), anonymous);
        assertEquals(List.of("trade {\"query\":\"{partner{name}}\"}"), subgraphs.requests());
        assertFalse(answer("{ audit { id } partner { rating } }", new Grants(true, Set.of("ratings"), Set.of()))
                .contains("errors"));
    }

    @Test
    void leavesOutFieldsInFragments() {
        String query =
                "query Q { partner { ...open ...secret ... on Partner { margin } } } fragment open on Partner { name }"
                        + " fragment secret on Partner { margin credit }";

        assertTrue(answer(query, Grants.NONE)
                .startsWith("{\"data\":{\"partner\":{\"name\":\"name of LAO\",\"margin\":null,\"credit\":null}}"));
        assertEquals(List.of("trade {\"query\":\"{partner{name}}\"}"), subgraphs.requests());
    }

    @Test
    void mergesWhatIsLeftOfAFieldThatIsSelectedTwice() {
        assertTrue(answer("{ partner { treaty { text } } partner { name } }", Grants.NONE)
                .startsWith("{\"data\":{\"partner\":{\"treaty\":null,\"name\":\"name of LAO\"}}"));
    }

    @Test
    void protectsImplementationsBehindTheirInterface() {
        String shared = answer("{ documents { title } }", Grants.NONE);

        assertTrue(shared.startsWith("{\"data\":{\"documents\":null}"), shared);
        assertEquals(List.of(), subgraphs.requests());
        assertEquals(
                "{\"data\":{\"documents\":[{\"title\":\"note\"},{\"title\":\"cable\"}]}}",
                answer("{ documents { title } }", SIGNED_IN));
    }

    @Test
    void protectsMembersOfAUnionByThemselves() {
        String answer = answer(
                "{ findings { __typename ... on Note { body } ... on Cable { body } ... on Document { title } } }",
                Grants.NONE);

        assertTrue(
                answer.startsWith("{\"data\":{\"findings\":["
                        + "{\"__typename\":\"Note\",\"body\":\"open\",\"title\":null},"
                        + "{\"__typename\":\"Cable\",\"body\":null,\"title\":null}]}"),
                answer);
        assertEquals(List.of("trade {\"query\":\"{findings{__typename ...on Note{body}}}\"}"), subgraphs.requests());
    }

    @Test
    void doesNotRunAMutationThatIsDenied() {
        String answer = answer("mutation { publish { name } audit { id } rename { credit } }", SIGNED_IN);

        assertTrue(answer.startsWith("{\"data\":null,"), answer);
        assertTrue(answer.contains("needs the scope \\\"audit:write\\\""), answer);
        assertEquals(List.of("trade {\"query\":\"mutation{publish{name}}\"}"), subgraphs.requests());
    }

    @Test
    void saysNothingOfFieldsThatAreNotSelected() {
        String query = "query($with: Boolean!) { partner { name margin @include(if: $with) code @skip(if: true) } }";

        assertEquals(
                "{\"data\":{\"partner\":{\"name\":\"name of LAO\"}}}",
                answer(query, Map.of("with", false), Grants.NONE, AccessOptions.DEFAULT));
        assertTrue(answer(query, Map.of("with", true), Grants.NONE, AccessOptions.DEFAULT)
                .contains("\"margin\":null"));
    }

    @Test
    void sendsNoVariablesOfFieldsThatAreLeftOut() {
        answer(
                "query($by: Grouping, $name: String) { stats(by: $by, filter: {name: $name}) partner { name } }",
                Map.of("by", "MARGIN", "name", "x"),
                Grants.NONE,
                AccessOptions.DEFAULT);

        assertEquals(List.of("trade {\"query\":\"{partner{name}}\"}"), subgraphs.requests());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ stats }                                              | false",
                "{ stats(by: COUNTRY) }                                 | true",
                "{ stats(by: null) }                                    | false",
                "{ stats(filter: {name: \"x\"}) }                       | false",
                "{ stats(filter: {grouping: MARGIN}) }                  | true",
                "query($f: Filter) { stats(filter: $f) }                | true",
                "query($o: Outer) { stats(outer: $o) }                  | true",
                "query($n: String) { stats(name: $n) }                  | false",
                "query($n: String) { stats(filter: {name: $n}) }        | false",
                "query($g: Grouping) { stats(filter: {grouping: $g}) }  | true",
            })
    void protectsTypesOfArguments(String query, boolean withheld) {
        assertEquals(withheld, answer(query, Grants.NONE).contains("UNAUTHORIZED_FIELD_OR_TYPE"));
        assertEquals(withheld, subgraphs.requests().isEmpty());
    }

    @Test
    void leavesIntrospectionAndTypenamesAlone() {
        assertEquals(
                "{\"data\":{\"__typename\":\"Query\",\"__type\":{\"name\":\"Audit\"}}}",
                answer("{ __typename __type(name: \"Audit\") { name } }", Grants.NONE));
    }

    @Test
    void answersDeferredFragmentsWithWhatIsLeftOfThem() {
        DeferredParts parts = new DeferredParts();
        Prepared delivery = engine(Grants.NONE, AccessOptions.DEFAULT)
                .prepare(
                        request(
                                        "{ partner { name ... @defer(label: \"a\") { open margin } ... @defer(label: \"b\") {"
                                                + " credit } } }",
                                        Map.of())
                                .delivered(Delivery.IN_PARTS),
                        "context");
        assertInstanceOf(Prepared.InParts.class, delivery).parts().subscribe(parts);
        parts.want(9);

        String all = String.join("\n", parts.parts());
        assertTrue(all.contains(
                "\"data\":{\"open\":1,\"margin\":null},\"path\":[\"partner\"],\"label\":\"a\",\"errors\":["));
        assertTrue(all.contains("\"data\":{\"credit\":null},\"path\":[\"partner\"],\"label\":\"b\",\"errors\":["), all);
        assertFalse(String.join("", subgraphs.requests()).contains("margin"));
        assertTrue(parts.isCompleted());
    }

    @Test
    void refusesASubscriptionOfWhichNothingIsLeft() {
        Prepared denied = engine(Grants.NONE, AccessOptions.DEFAULT)
                .prepare(request("subscription { secrets { name } }", Map.of()), "context");
        Prepared emptied = engine(Grants.NONE, AccessOptions.DEFAULT)
                .prepare(request("subscription { published { margin } }", Map.of()), "context");

        String refusal =
                Run.text(assertInstanceOf(Prepared.Refused.class, denied).answer());
        assertTrue(refusal.contains("UNAUTHORIZED_FIELD_OR_TYPE") && refusal.contains("\"path\":[\"secrets\"]"));
        assertInstanceOf(Prepared.Refused.class, emptied);
        assertEquals(List.of(), subgraphs.requests());
    }

    @Test
    void refusesTheWholeRequestWhereConfigured() {
        AccessOptions rejecting = new AccessOptions(AccessMode.REJECT, true);
        String query = "query($with: Boolean!) { partner { name margin @include(if: $with) } }";

        String refused = answer(query, Map.of("with", true), Grants.NONE, rejecting);
        assertTrue(
                refused.startsWith("{\"errors\":[") && refused.contains("\"path\":[\"partner\",\"margin\"]"), refused);
        assertEquals(List.of(), subgraphs.requests());
        assertEquals(
                "{\"data\":{\"partner\":{\"name\":\"name of LAO\"}}}",
                answer(query, Map.of("with", false), Grants.NONE, rejecting));
    }

    @Test
    void runsTheWholeRequestAndReportsWhatWouldBeLeftOutWhereConfigured() {
        String answer = answer(
                "{ partner { name margin } }", Map.of(), Grants.NONE, new AccessOptions(AccessMode.DRY_RUN, true));

        assertTrue(answer.startsWith("{\"data\":{\"partner\":{\"name\":\"name of LAO\",\"margin\":0.25}}"), answer);
        assertTrue(answer.contains("\"path\":[\"partner\",\"margin\"]"), answer);
    }

    @Test
    void reportsWhatWouldBeLeftOutOfPartsWithTheFirst() {
        DeferredParts parts = new DeferredParts();
        Prepared delivery = engine(Grants.NONE, new AccessOptions(AccessMode.DRY_RUN, true))
                .prepare(
                        request("{ partner { margin ... @defer { name } } }", Map.of())
                                .delivered(Delivery.IN_PARTS),
                        "context");
        assertInstanceOf(Prepared.InParts.class, delivery).parts().subscribe(parts);
        parts.want(9);

        assertEquals(2, parts.parts().size());
        assertTrue(
                parts.parts()
                        .getFirst()
                        .startsWith(
                                "{\"data\":{\"partner\":{\"margin\":0.25}},\"errors\":[{\"message\":\"The field Partner.margin is withheld."),
                parts.parts().getFirst());
        assertFalse(parts.parts().getLast().contains("errors"), parts.parts().getLast());
    }

    @Test
    void keepsQuietWhereConfigured() {
        assertEquals(
                "{\"data\":{\"partner\":{\"name\":\"name of LAO\",\"margin\":null}}}",
                answer(
                        "{ partner { name margin } }",
                        Map.of(),
                        Grants.NONE,
                        new AccessOptions(AccessMode.FILTER, false)));
    }

    /** Of each field ten objects are told of, of all fields together fifty places, and that there are more. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: secret                                                       | 10 | false",
                "a: secret b: secret c: secret d: secret e: secret               | 50 | false",
                "a: secret b: secret c: secret d: secret e: secret f: secret     | 50 | true"
            })
    void tellsOfOneFieldOfAListAtTenPlaces(String fields, int places, boolean more) {
        TestSubgraph many = TestSubgraph.of(
                        "many", LINK + "type Query { xs: [X] } type X { n: Int secret: Int @authenticated }")
                .query(
                        "xs",
                        environment -> java.util.stream.IntStream.range(0, 1000)
                                .mapToObj(n -> Map.of("n", n))
                                .toList())
                .build();
        FederationEngine<Object> engine =
                new FederationEngine<>(TestSupergraph.of(many), TestSubgraphs.of(many), EngineOptions.DEFAULT);

        String answer = Run.text(engine.execute(request("{ xs { n " + fields + " } }", Map.of()), "context")
                .toCompletableFuture()
                .join());

        assertEquals(places, answer.split("\"path\":\\[\"xs\",", -1).length - 1, answer);
        assertEquals(
                more, answer.contains("More fields of this answer are withheld; the first 50 are listed."), answer);
    }

    @Test
    void sharesPlansBetweenClientsWhoMaySeeTheSame() {
        FederationEngine<Object> engine = new FederationEngine<>(
                TestSupergraph.of(TRADE, RISK),
                subgraphs,
                EngineOptions.DEFAULT,
                (labels, context) -> Set.of(),
                context -> (Grants) context);
        GraphQLRequest request = request("{ partner { name margin } }", Map.of());

        engine.prepare(request, new Grants(true, Set.of("admin"), Set.of("p1")));
        engine.prepare(request, new Grants(false, Set.of("admin", "other"), Set.of("p2")));
        engine.prepare(request, Grants.NONE);
        engine.prepare(request, SIGNED_IN);

        assertEquals(2, engine.planCache().size());
        assertTrue(engine.cached(request, new Grants(true, Set.of("trade:read"), Set.of())) != null);
    }

    private String answer(String query, Grants grants) {
        return answer(query, Map.of(), grants, AccessOptions.DEFAULT);
    }

    private String answer(String query, Map<String, @Nullable Object> variables, Grants grants, AccessOptions options) {
        return Run.text(engine(grants, options)
                .execute(request(query, variables), "context")
                .toCompletableFuture()
                .join());
    }

    private FederationEngine<Object> engine(Grants grants, AccessOptions options) {
        return new FederationEngine<>(
                TestSupergraph.of(TRADE, RISK),
                subgraphs,
                EngineOptions.DEFAULT.withAccess(options),
                (labels, context) -> Set.of(),
                context -> grants);
    }

    private static GraphQLRequest request(String query, Map<String, @Nullable Object> variables) {
        return new GraphQLRequest(query, null, variables);
    }

    private static String error(String coordinate, String need, String path) {
        return "{\"message\":\"The field " + coordinate + " is withheld. It needs " + need
                + ". Send a token that grants this, or leave the field out.\",\"path\":[" + path
                + "],\"extensions\":{\"code\":\"UNAUTHORIZED_FIELD_OR_TYPE\"}}";
    }
}
