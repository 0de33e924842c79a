package io.lancang.federation.cost;

import static io.lancang.federation.compose.Composed.subgraph;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.federation.CostEstimate;
import io.lancang.federation.CostListener;
import io.lancang.federation.CostOptions;
import io.lancang.federation.SubgraphBounds;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What each subgraph of a plan is estimated to be asked for, worked out by hand. */
class SubgraphCostTest {
    private final Estimates graph = Estimates.of(subgraph("trade", """
                    type Query {
                      partners(first: Int = 50): Page
                        @listSize(slicingArguments: ["first"], sizedFields: ["nodes"], requireOneSlicingArgument: false)
                      things: [Thing!] @listSize(assumedSize: 6)
                    }
                    type Mutation { rename(code: ID!): Partner }
                    type Page { nodes: [Partner!]! }
                    type Partner @key(fields: "code") { code: ID! name: String }
                    type Corridor @key(fields: "id") {
                      id: ID! length: Int @external
                      served: Series @requires(fields: "length") @cost(weight: 9)
                    }
                    type Series { points: [Point!]! @listSize(assumedSize: 4) }
                    type Point { amount: Int }
                    interface Thing { id: ID! }
                    type Port implements Thing @key(fields: "id") { id: ID! }
                    type Zone implements Thing @key(fields: "id") { id: ID! }
                    """), subgraph("corridor", """
                    type Partner @key(fields: "code") { code: ID! corridors: [Corridor!]! @listSize(assumedSize: 3) }
                    type Corridor @key(fields: "id") { id: ID! length: Int legs: [Leg!]! partners: [Partner!]! @listSize(assumedSize: 2) }
                    type Leg @cost(weight: 2) { km: Int }
                    type Port @key(fields: "id") { id: ID! berths: [Berth!]! @listSize(assumedSize: 5) }
                    type Zone @key(fields: "id") { id: ID! plots: [Plot!]! @listSize(assumedSize: 8) }
                    type Berth { id: ID! }
                    type Plot { id: ID! }
                    """));

    private Map<String, Long> subgraphs(String query) {
        return graph.estimate(query, Map.of()).subgraphs();
    }

    @Test
    void countsEntitiesAsOftenAsTheObjectsAroundThem() {
        // trade: the page and 20 partners. corridor: 20 partners as entities, each with 3 corridors.
        assertEquals(
                Map.of("trade", 1L + 20, "corridor", 20L + 60),
                subgraphs("{ partners(first: 20) { nodes { name corridors { id } } } }"));
    }

    @Test
    void followsListsAcrossSubgraphs() {
        // trade: 1 + 20, and 20 x 3 x 2 partners of corridors by name. corridor: 20 x (1 + 3 x (1 + 2)).
        assertEquals(
                Map.of("trade", 21L + 120, "corridor", 200L),
                subgraphs("{ partners(first: 20) { nodes { corridors { partners { name } } } } }"));
    }

    @Test
    void countsWhatRequirementsNeed() {
        // trade: 1 + 1 partner; 3 corridors with 1 for the entity, 9 for the series, 4 points.
        // corridor: the partner, 3 corridors; their lengths are scalars.
        assertEquals(
                Map.of("trade", 2L + 3 * (1 + 9 + 4), "corridor", 1L + 3),
                subgraphs("{ partners(first: 1) { nodes { corridors { served { points { amount } } } } } }"));
    }

    @Test
    void takesTheListSizeOfTheSubgraph() {
        CostOptions options = new CostOptions(
                CostOptions.Mode.MEASURE,
                1,
                10,
                new SubgraphBounds(null, 7),
                Map.of("corridor", new SubgraphBounds(null, 2)),
                false,
                CostListener.NONE);

        // corridor: the partner, 3 corridors, each with 2 legs of 2. The whole: 2 legs become 10.
        CostEstimate estimate = graph.with(options)
                .estimate("{ partners(first: 1) { nodes { corridors { legs { km } } } } }", Map.of());
        assertEquals(1L + 3 * (1 + 2 * 2), estimate.subgraphs().get("corridor"));
        assertEquals(2L + 3 * (1 + 10 * 2), estimate.total());
    }

    @Test
    void takesTheDearestTypeOfEntitiesOfDifferentTypes() {
        // trade: 6 things. corridor: as ports 6 x (1 + 5), as zones 6 x (1 + 8).
        assertEquals(
                Map.of("trade", 6L, "corridor", 54L),
                subgraphs("{ things { ... on Port { berths { id } } ... on Zone { plots { id } } } }"));
    }

    @Test
    void countsTheExtraOfAMutationWhereItIsMade() {
        // trade: 10 + 1; corridor: the partner and its 3 corridors.
        assertEquals(
                Map.of("trade", 11L, "corridor", 4L), subgraphs("mutation { rename(code: 1) { corridors { id } } }"));
    }
}
