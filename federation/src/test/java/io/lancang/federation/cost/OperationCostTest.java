package io.lancang.federation.cost;

import static io.lancang.federation.compose.Composed.subgraph;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Estimates, each worked out by hand in the comment next to it. */
class OperationCostTest {
    private final Estimates rail = Estimates.of(subgraph("rail", """
            type Query {
              station(id: ID, near: Point): Station
              stations: [Station!]!
              page(first: Int = 20, last: Int): Page
                @listSize(slicingArguments: ["first", "last"], sizedFields: ["items"], requireOneSlicingArgument: false)
              strict(first: Int, last: Int): [Station] @listSize(slicingArguments: ["first", "last"])
              assumed: [Station] @listSize(assumedSize: 3)
              names: [String!]!
              grid: [[Station]] @listSize(assumedSize: 4)
              route(via: [Point!], speed: Speed @cost(weight: 4)): Route @cost(weight: 50)
              any: [Any!] @listSize(assumedSize: 2)
              stop: Stop
            }
            type Mutation { open(id: ID!): Station }
            type Page { items: [Station!]! next: [Station!]! total: Int @cost(weight: 5) }
            type Station implements Stop { id: ID! name: String lines: [Line!]! @listSize(assumedSize: 2) next: Station map: Map status: Status }
            type Line @cost(weight: 3) { id: ID! ends: [Station!]! @listSize(assumedSize: 2) }
            type Halt implements Stop { id: ID! name: String signs: [Sign] @listSize(assumedSize: 7) }
            type Sign { text: String }
            type Route { legs: [Leg!]! @listSize(assumedSize: 10) }
            type Leg { from: Station }
            interface Stop { id: ID! name: String }
            union Any = Station | Halt | Line
            enum Status @cost(weight: 1) { OPEN SHUT }
            scalar Map @cost(weight: 2)
            input Point { x: Float y: Float @cost(weight: 2) inner: Point }
            enum Speed { FAST SLOW }
            """));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // An object is 1, its scalars 0.
                "{ station { id name } }                                   | 1",
                // 10 stations.
                "{ stations { id } }                                       | 10",
                // 3 stations.
                "{ assumed { id } }                                        | 3",
                // 3 x (1 + 2 lines x 3).
                "{ assumed { lines { id } } }                              | 21",
                // 3 x (1 + 2 x (3 + 2 x 1)).
                "{ assumed { lines { ends { id } } } }                     | 33",
                // Scalars of a list cost nothing.
                "{ names }                                                 | 0",
                // 4 rows of 10.
                "{ grid { id } }                                           | 40",
                // The page 1, 7 items.
                "{ page(first: 7) { items { id } } }                       | 8",
                // By the default of first: 1 + 20.
                "{ page { items { id } } }                                 | 21",
                // The larger of both.
                "{ page(first: 7, last: 9) { items { id } } }              | 10",
                // Only items are sized: 1 + 7 + 10.
                "{ page(first: 7) { items { id } next { id } } }           | 18",
                // 1 + 5 for the total.
                "{ page(first: 7) { total } }                              | 6",
                // Fewer than no items are none; the page itself is 1.
                "{ page(first: -7) { items { id } } }                      | 1",
                // A null is no value: the default counts.
                "{ page(first: null) { items { id } } }                    | 21",
                // The field's weight takes the place of the 1: 50 + 10 legs + 10 stations.
                "{ route { legs { from { id } } } }                        | 70",
                // 1 + the scalar's 2 + the enum's 1.
                "{ station { map status } }                                | 4",
                // The object given is 1, y is 2; the station 1.
                "{ station(near: {x: 1, y: 2}) { id } }                    | 4",
                // Two objects, one in the other.
                "{ station(near: {inner: {x: 1}}) { id } }                 | 3",
                // Two objects and one y, 50 for the route.
                "{ route(via: [{x: 1}, {y: 2}]) { legs { __typename } } }  | 64",
                // An argument's weight counts once.
                "{ route(speed: FAST) { legs { __typename } } }            | 64",
                // A mutation costs 10 more.
                "mutation { open(id: 1) { id } }                           | 11",
                // What is asked for twice is answered once.
                "{ station { id } station { name next { id } } }           | 2",
                // Aliases are answered apart.
                "{ a: station { id } b: station { id } }                   | 2",
                "{ __schema { types { name fields { name } } } __typename } | 0",
                // The same by fragments.
                "{ ...F ...F } fragment F on Query { station { next { id } } } | 2",
                // A literal @skip leaves nothing.
                "{ station { id next @skip(if: true) { id } } }            | 1",
                // Of 2 items each is a Line (3 + 2 ends x 1 = 5, the dearest) and at most 3 by its type.
                "{ any { ... on Station { id } ... on Line { ends { id } } } } | 10",
                // A Halt is dearer by its 7 signs: 1 + 7.
                "{ stop { id ... on Halt { signs { text } } ... on Station { next { id } } } } | 8",
                // A fragment on the interface itself applies to both: 1 + 7.
                "{ stop { ... on Stop { ... on Halt { signs { text } } } } } | 8",
                // A fragment that applies to nothing costs nothing: a Station is no Halt.
                "{ station { ... on Stop { ... on Halt { signs { text } } } } } | 1",
            })
    void addsUpByHand(String query, long expected) {
        assertEquals(expected, rail.total(query));
    }

    @Test
    void takesForAnInterfaceWhatItsImplementationsSay() {
        Estimates things = Estimates.of(subgraph("a", """
                type Query { thing: Thing plain: Plain }
                interface Thing { parts(n: Int = 2, fast: Boolean): [Part!] price: Int }
                type Ship implements Thing {
                  parts(n: Int = 2, fast: Boolean @cost(weight: 6)): [Part!]
                    @listSize(slicingArguments: ["n"], requireOneSlicingArgument: false)
                  price: Int @cost(weight: 4)
                }
                type Train implements Thing @cost(weight: 9) {
                  parts(n: Int = 2, fast: Boolean): [Part!] @listSize(assumedSize: 7)
                  price: Int @cost(weight: 3)
                }
                type Part { id: ID }
                type Plain @cost(weight: -5) { free: Int @cost(weight: -1) dear: Int @cost(weight: 1) }
                """));

        // A Train is 9. The slicing argument of a Ship by its default, 2; the price of a Ship.
        assertEquals(9 + 2 + 4, things.total("{ thing { parts { id } price } }"));
        assertEquals(9 + 5 + 6, things.total("{ thing { parts(n: 5, fast: true) { id } } }"));
        // Less than nothing is nothing.
        assertEquals(1, things.total("{ plain { free dear } }"));
    }

    @Test
    void takesSizesFromVariables() {
        String query = "query($n: Int, $m: Int = 4) { page(first: $n, last: $m) { items { id } } }";

        // 1 + 30 items; 1 + 6; without a value the default 20 of first is the larger; null is as without a value.
        assertEquals(31, rail.total(query, Map.of("n", 30)));
        assertEquals(7, rail.total(query, Map.of("n", 5, "m", 6)));
        assertEquals(21, rail.total(query));
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("n", null);
        assertEquals(21, rail.total(query, nothing));
    }

    @Test
    void takesConditionsFromVariables() {
        String query = "query($deep: Boolean!) { stations { id next @include(if: $deep) { id } } }";

        // 10 stations, with and without 10 more.
        assertEquals(20, rail.total(query, Map.of("deep", true)));
        assertEquals(10, rail.total(query, Map.of("deep", false)));
    }

    @Test
    void countsAFieldUnderTwoConditionsOnceForEach() {
        String query = "query($a: Boolean!, $b: Boolean!) {"
                + " ... @include(if: $a) { station { id } } ... @skip(if: $b) { station { id } } }";

        // Both conditions hold: the one answer counts twice, which is never too little.
        assertEquals(2, rail.total(query, Map.of("a", true, "b", false)));
        assertEquals(1, rail.total(query, Map.of("a", true, "b", true)));
        assertEquals(0, rail.total(query, Map.of("a", false, "b", true)));
    }

    @Test
    void costsInputObjectsOfVariables() {
        String query =
                "query($near: Point, $via: [Point!]) { station(near: $near) { id } route(via: $via) { legs { __typename } } }";

        // The station 1, the route 50, its legs 10; a point 1 and its y 2 more.
        assertEquals(61, rail.total(query));
        assertEquals(
                61 + 3 + 4,
                rail.total(query, Map.of("near", Map.of("y", 1), "via", List.of(Map.of("x", 1), Map.of("y", 2)))));
    }

    @Test
    void wantsExactlyOneSlicingArgumentWhereTheSchemaDoes() {
        assertEquals(
                List.of(),
                rail.estimate("{ strict(first: 3) { id } }", Map.of()).problems());
        assertEquals(
                List.of("The field Query.strict takes exactly one of the arguments first, last, which say how long its"
                        + " list is; none of them is given."),
                rail.estimate("{ strict { id } }", Map.of()).problems());
        assertEquals(
                List.of("The field Query.strict takes exactly one of the arguments first, last, which say how long its"
                        + " list is; 2 of them are given."),
                rail.estimate("query($n: Int) { strict(first: 3, last: $n) { id } }", Map.of("n", 2))
                        .problems());
        assertEquals(
                List.of(),
                rail.estimate("query($n: Int) { strict(first: 3, last: $n) { id } }", Map.of())
                        .problems());
    }

    @ParameterizedTest
    @ValueSource(ints = {2_147_483_647, 2_000_000_000, 1_234_567_890, 1_000_003})
    void stopsAtTheLargestNumberInsteadOfOverflowing(int first) {
        StringBuilder query = new StringBuilder("{ page(first: " + first + ") { items ");
        query.repeat("{ lines { ends ", 20).append("{ id }").repeat(" } }", 20).append(" } }");

        // The first number times 4 to the power of 20, and more.
        assertEquals(9_007_199_254_740_991L, rail.total(query.toString()));
    }

    @Test
    void namesTheDearestFields() {
        OperationCost cost = rail.cost("{ page(first: 500) { items { lines { ends { id } } } total } }");

        // 1 page, 5 total, 500 stations, 1,000 lines of 3, 2,000 ends: 5,506 in all.
        assertEquals(
                List.of(
                        new DearField("page.items.lines", 3000, 54),
                        new DearField("page.items.lines.ends", 2000, 36),
                        new DearField("page.items", 500, 9)),
                cost.dearest(Map.of()));
    }

    @Test
    void namesTheDearestTypesOfAnInterface() {
        OperationCost cost =
                rail.cost("{ stop { ... on Halt { signs { text } } ... on Station { next { id } map } } }");

        // As a Halt 1 + 7; as a Station 1 + 1 + 2.
        assertEquals(List.of(new DearField("stop.signs", 7, 88), new DearField("stop", 1, 13)), cost.dearest(Map.of()));
    }

    @Test
    void shortensLongPaths() {
        OperationCost cost =
                rail.cost("{ " + "a".repeat(120) + ": stations { " + "b".repeat(120) + ": next { id } } }");

        assertEquals(
                List.of(
                        new DearField("a".repeat(120), 10, 50),
                        new DearField("a".repeat(100) + "…" + "b".repeat(100), 10, 50)),
                cost.dearest(Map.of()));
    }

    @Test
    void looksAtAVariableOnceHoweverOftenItIsUsed() {
        StringBuilder query = new StringBuilder("query($via: [Point!]) { ");
        for (int alias = 0; alias < 200; alias++) {
            query.append("a").append(alias).append(": route(via: $via) { legs { __typename } } ");
        }
        AtomicInteger read = new AtomicInteger();
        List<Object> via = new AbstractList<>() {
            @Override
            public Object get(int index) {
                read.incrementAndGet();
                return Map.of("x", 1);
            }

            @Override
            public int size() {
                return 1000;
            }
        };

        // 200 times 50 for the route, 10 legs and 1,000 points.
        assertEquals(
                200 * 1060L,
                rail.cost(query.append("}").toString())
                        .estimate(Map.of("via", via))
                        .total());
        assertEquals(1000, read.get());
    }

    @Test
    void looksOnceAtConditionsThatManyFieldsShare() {
        StringBuilder query = new StringBuilder("query(");
        for (int variable = 0; variable < 100; variable++) {
            query.append("$v").append(variable).append(": Boolean! ");
        }
        query.append(") {");
        for (int variable = 0; variable < 100; variable++) {
            query.append(" ... @include(if: $v").append(variable).append(") {");
        }
        for (int alias = 0; alias < 150; alias++) {
            query.append(" a").append(alias).append(": station { id }");
        }
        AtomicInteger read = new AtomicInteger();
        Map<String, Object> values = new HashMap<>() {
            @Override
            public Object get(Object name) {
                read.incrementAndGet();
                return true;
            }
        };

        // The plan has them in one request as well.
        assertEquals(
                150,
                rail.cost(query.repeat(" }", 101).toString()).estimate(values).total());
        assertTrue(read.get() <= 2 * 100, () -> read + " look-ups");
    }

    @Test
    void weighsMoreTheLargerTheOperationIs() {
        long small = rail.cost("{ station { id } }").weight();
        StringBuilder query = new StringBuilder("{ ");
        for (int alias = 0; alias < 100; alias++) {
            query.append("a").append(alias).append(": station { id } ");
        }
        long large = rail.cost(query.append("}").toString()).weight();

        assertTrue(small > 0);
        assertTrue(large > 50 * small, small + " against " + large);
    }
}
