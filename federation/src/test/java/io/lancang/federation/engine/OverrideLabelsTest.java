package io.lancang.federation.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.supergraph.Supergraph;
import io.lancang.federation.testing.TestSubgraph;
import io.lancang.federation.testing.TestSubgraphs;
import io.lancang.federation.testing.TestSupergraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Progressive overrides, decided for each request. */
class OverrideLabelsTest {
    private static final String LINK =
            "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.7\", import: ["
                    + "\"@key\" \"@override\" \"@external\" \"@requires\"])\n";

    private final TestSubgraph old = TestSubgraph.of(
                    "old",
                    LINK + "type Query { port: Port }"
                            + " type Port @key(fields: \"id\") { id: ID! depth: String name: String tide: String }")
            .query("port", environment -> port("old"))
            .entity("Port", port -> port("old"))
            .build();
    private final TestSubgraph young = TestSubgraph.of("young", LINK + """
                    type Port @key(fields: "id") {
                      id: ID!
                      depth: String @override(from: "old", label: "percent(5)")
                      tide: String @override(from: "old", label: "tides")
                    }
                    """)
            .entity("Port", port -> port("young"))
            .build();

    private final Supergraph supergraph = TestSupergraph.of(old, young);
    private final TestSubgraphs subgraphs = TestSubgraphs.of(old, young);

    @ParameterizedTest
    @CsvSource({"0, young", "4.999, young", "5, old", "99.9, old"})
    void movesAFieldForThePercentageOfRequestsThatItsLabelNames(double drawn, String subgraph) {
        assertEquals(
                "{\"data\":{\"port\":{\"depth\":\"" + subgraph + "\"}}}",
                answer(engine(new PercentageLabels<>(() -> drawn)), "{ port { depth } }", "any"));
    }

    @ParameterizedTest
    @CsvSource({
        "percent(0),     0,      false",
        "percent(0.001), 0.0005, true",
        "percent(100),   99.999, true",
        "tides,          0,      false",
        "percent(x),     0,      false",
        "percent(5) ,    5.5,    false"
    })
    void readsPercentages(String label, double drawn, boolean inForce) {
        assertEquals(
                inForce ? Set.of(label) : Set.of(), new PercentageLabels<>(() -> drawn).inForce(Set.of(label), "any"));
    }

    @Test
    void drawsOneNumberForAllLabelsOfARequest() {
        List<Double> draws = new ArrayList<>(List.of(10.0, 50.0));

        assertEquals(
                Set.of("percent(20)", "percent(30)"),
                new PercentageLabels<>(draws::removeFirst)
                        .inForce(Set.of("percent(5)", "percent(20)", "percent(30)"), "any"));
        assertEquals(1, draws.size());
    }

    @Test
    void drawsByChanceWithinAHundred() {
        assertEquals(
                Set.of("percent(100)"),
                PercentageLabels.byChance().inForce(Set.of("percent(0)", "percent(100)", "tides"), "any"));
    }

    @Test
    void leavesALabelToWhoeverKnowsTheRequest() {
        FederationEngine<Object> engine = engine((labels, context) -> Set.of(String.valueOf(context)));

        assertEquals("{\"data\":{\"port\":{\"tide\":\"young\"}}}", answer(engine, "{ port { tide } }", "tides"));
        assertEquals("{\"data\":{\"port\":{\"tide\":\"old\"}}}", answer(engine, "{ port { tide } }", "other"));
    }

    @Test
    void asksOncePerRequestForTheLabelsThatMatterToIt() {
        List<Set<String>> asked = new ArrayList<>();
        FederationEngine<Object> engine = engine((labels, context) -> {
            asked.add(labels);
            return labels;
        });

        answer(engine, "{ port { depth } }", "any");
        answer(engine, "{ port { name } }", "any");
        answer(engine, "{ port { depth tide } }", "any");

        assertEquals(List.of(Set.of("percent(5)"), Set.of("percent(5)", "tides")), asked);
    }

    @Test
    void keepsOnePlanForRequestsThatDifferInOtherLabelsOnly() {
        FederationEngine<Object> engine = engine((labels, context) -> Set.of("tides", String.valueOf(context)));

        answer(engine, "{ port { depth } }", "one");
        answer(engine, "{ port { depth } }", "other");

        assertEquals(new CacheCounts(1, 1, 1), engine.planCache());
    }

    @Test
    void keepsAPlanForEachDecision() {
        FederationEngine<Object> engine = engine((labels, context) -> Set.of(String.valueOf(context)));

        answer(engine, "{ port { depth } }", "percent(5)");
        answer(engine, "{ port { depth } }", "none");
        answer(engine, "{ port { depth } }", "percent(5)");

        assertEquals(new CacheCounts(1, 2, 2), engine.planCache());
    }

    @Test
    void explainsThePlanOfTheSameDecision() {
        FederationEngine<Object> engine = engine((labels, context) -> Set.of(String.valueOf(context)));
        GraphQLRequest request = new GraphQLRequest("{ port { tide } }", null, Map.of());

        assertTrue(engine.explain(request, "tides").contains("#1 young"));
        assertNotEquals(engine.explain(request, "tides"), engine.explain(request, "none"));
    }

    private FederationEngine<Object> engine(OverrideLabels<Object> labels) {
        return new FederationEngine<>(supergraph, subgraphs, EngineOptions.DEFAULT, labels);
    }

    private static String answer(FederationEngine<Object> engine, String query, Object context) {
        return Run.text(engine.execute(new GraphQLRequest(query, null, Map.of()), context)
                .toCompletableFuture()
                .join());
    }

    private static Map<String, Object> port(String from) {
        return Map.of("id", "1", "depth", from, "name", from, "tide", from);
    }
}
