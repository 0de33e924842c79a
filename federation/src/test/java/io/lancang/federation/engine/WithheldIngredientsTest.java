package io.lancang.federation.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.Grants;
import io.lancang.federation.supergraph.JoinSpec;
import io.lancang.federation.supergraph.Supergraph;
import io.lancang.federation.testing.TestSubgraph;
import io.lancang.federation.testing.TestSubgraphs;
import io.lancang.federation.testing.TestSupergraph;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Protected fields that a subgraph is asked for only to give them to another: for {@code @requires}, for {@code @fromContext}, and
 * behind an interface that is an object elsewhere. Whoever may not see them gets nothing that is made of them.
 */
class WithheldIngredientsTest {
    private static final String LINK =
            "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.9\", import: ["
                    + "\"@key\" \"@external\" \"@requires\" \"@authenticated\" \"@policy\" \"@context\" \"@fromContext\""
                    + " \"@interfaceObject\"])\n";

    private static final Grants SIGNED_IN = new Grants(true, Set.of(), Set.of());
    private static final Grants KNOWS_RULES = new Grants(false, Set.of(), Set.of("rules"));

    private static final TestSubgraph TRADE = TestSubgraph.of("trade", LINK + """
            type Query { partner: Partner rules: [Rule!] documents: [Document] }
            type Partner @key(fields: "id") { id: ID! name: String margin: Int @authenticated }
            type Rule @key(fields: "id") @context(name: "rule") {
              id: ID! weight: Int @policy(policies: [["rules"]]) clauses: [Clause]
            }
            type Clause @key(fields: "id") { id: ID! }
            interface Document @key(fields: "id") { id: ID! title: String }
            type Note implements Document @key(fields: "id") { id: ID! title: String body: String }
            type Cable implements Document @key(fields: "id") { id: ID! title: String body: String @authenticated }
            """)
            .query("partner", environment -> Map.of("id", "LAO", "name", "Laos", "margin", 3))
            .query(
                    "rules",
                    environment -> List.of(Map.of("id", "r", "weight", 4, "clauses", List.of(Map.of("id", "c")))))
            .query(
                    "documents",
                    environment -> List.of(
                            Map.of("__typename", "Note", "id", "n", "title", "note", "body", "open"),
                            Map.of("__typename", "Cable", "id", "c", "title", "cable", "body", "secret")))
            .entity("Partner", key -> Map.of("id", "LAO", "name", "Laos", "margin", 3))
            .entity("Rule", key -> Map.of("id", "r", "weight", 4, "clauses", List.of(Map.of("id", "c"))))
            .build();

    private static final TestSubgraph RISK = TestSubgraph.of("risk", LINK + """
            type Query { risks: Int }
            type Partner @key(fields: "id") {
              id: ID!
              margin: Int @external
              risk: Int @requires(fields: "margin") @authenticated
              open: Int
            }
            type Rule @key(fields: "id") @context(name: "rule") { id: ID! weight: Int @external }
            type Clause @key(fields: "id") {
              id: ID!
              fee(weight: Int @fromContext(field: "$rule { weight }")): Int @policy(policies: [["rules"]])
              label: String
            }
            type Document @key(fields: "id") @interfaceObject { id: ID! grade: Int seal: String @authenticated }
            """)
            .entity(
                    "Partner",
                    key -> key.get("margin") instanceof Integer margin
                            ? Map.of("open", 1, "risk", 10 * margin)
                            : Map.of("open", 1))
            .entity("Clause", key -> Map.of("label", "clause"))
            .field(
                    "Clause",
                    "fee",
                    environment -> 100 * Objects.requireNonNull(environment.<Integer>getArgument("weight")))
            .entity("Document", key -> Map.of("grade", 5, "seal", "wax of " + key.get("id")))
            .build();

    private final TestSubgraphs subgraphs = TestSubgraphs.of(TRADE, RISK);
    private final Supergraph composed = TestSupergraph.of(TRADE, RISK);

    @Test
    void asksForNothingThatAWithheldFieldRequires() {
        String answer = answer(composed, "{ partner { name open risk } }", Grants.NONE);

        assertTrue(
                answer.startsWith("{\"data\":{\"partner\":{\"name\":\"Laos\",\"open\":1,\"risk\":null}},\"errors\":["),
                answer);
        assertFalse(asked().contains("margin") || asked().contains("risk{"), asked());
        assertEquals(
                "{\"data\":{\"partner\":{\"risk\":30}}}", answer(composed, "{ partner { risk } }", SIGNED_IN), asked());
    }

    /** Another composer may have written it, and only what is required says whom it is for. */
    @Test
    void withholdsWhatIsMadeOfAProtectedFieldInASupergraphThatDoesNotSaySo() {
        Supergraph silent = Supergraph.parse(JoinSpec.V0_5.replace(
                        "{\n  query: Query",
                        "@link(url: \"https://specs.apollo.dev/authenticated/v0.1\", for: SECURITY) {\n  query: Query")
                + """
                enum join__Graph {
                  TRADE @join__graph(name: "trade", url: "http://trade") RISK @join__graph(name: "risk", url: "http://risk")
                }
                type Query @join__type(graph: TRADE) @join__type(graph: RISK) { partner: Partner @join__field(graph: TRADE) }
                type Partner @join__type(graph: TRADE, key: "id") @join__type(graph: RISK, key: "id") {
                  id: ID!
                  name: String @join__field(graph: TRADE)
                  margin: Int @authenticated @join__field(graph: TRADE) @join__field(graph: RISK, external: true)
                  risk: Int @join__field(graph: RISK, requires: "margin")
                }
                """);

        String answer = answer(silent, "{ partner { name risk } }", Grants.NONE);

        assertTrue(answer.startsWith("{\"data\":{\"partner\":{\"name\":\"Laos\",\"risk\":null}},\"errors\":["), answer);
        assertEquals(List.of("trade {\"query\":\"{partner{name}}\"}"), subgraphs.requests());
        assertEquals("{\"data\":{\"partner\":{\"risk\":30}}}", answer(silent, "{ partner { risk } }", SIGNED_IN));
    }

    @Test
    void givesNoArgumentTheValueOfAFieldThatIsWithheld() {
        String answer = answer(composed, "{ rules { clauses { label fee } } }", SIGNED_IN);

        assertTrue(
                answer.startsWith("{\"data\":{\"rules\":[{\"clauses\":[{\"label\":\"clause\",\"fee\":null}]}]}"),
                answer);
        assertTrue(answer.contains("\"path\":[\"rules\",0,\"clauses\",0,\"fee\"]"), answer);
        assertFalse(asked().contains("weight") || asked().contains("fee"), asked());
        assertEquals(
                "{\"data\":{\"rules\":[{\"clauses\":[{\"fee\":400}]}]}}",
                answer(composed, "{ rules { clauses { fee } } }", KNOWS_RULES),
                asked());
    }

    @Test
    void leavesOutAFragmentOnAnImplementationOfAnInterfaceObject() {
        String query = "{ documents { title grade ... on Note { body } ... on Cable { body seal } } }";

        String answer = answer(composed, query, Grants.NONE);

        assertTrue(
                answer.startsWith("{\"data\":{\"documents\":["
                        + "{\"title\":\"note\",\"grade\":5,\"body\":\"open\"},"
                        + "{\"title\":\"cable\",\"grade\":5,\"body\":null,\"seal\":null}]}"),
                answer);
        assertTrue(answer.contains("\"path\":[\"documents\",1,\"seal\"]"), answer);
        assertFalse(answer.contains("\"path\":[\"documents\",0"), answer);
        assertFalse(asked().contains("seal") || asked().contains("Cable{"), asked());
        assertEquals(
                "{\"data\":{\"documents\":["
                        + "{\"title\":\"note\",\"grade\":5,\"body\":\"open\"},"
                        + "{\"title\":\"cable\",\"grade\":5,\"body\":\"secret\",\"seal\":\"wax of c\"}]}}",
                answer(composed, query, SIGNED_IN));
    }

    @Test
    void asksNobodyForADocumentOfWhichOnlyADeniedFragmentOfTheInterfaceObjectWasWanted() {
        String answer = answer(composed, "{ documents { ... on Cable { seal } } }", Grants.NONE);

        assertTrue(answer.startsWith("{\"data\":{\"documents\":null},\"errors\":["), answer);
        assertEquals(List.of(), subgraphs.requests());
    }

    private String asked() {
        return String.join("\n", subgraphs.requests());
    }

    private String answer(Supergraph supergraph, String query, Grants grants) {
        FederationEngine<Object> engine = new FederationEngine<>(
                supergraph, subgraphs, EngineOptions.DEFAULT, (labels, context) -> Set.of(), context -> grants);
        return Run.text(engine.execute(new GraphQLRequest(query, null, Map.of()), "context")
                .toCompletableFuture()
                .join());
    }
}
