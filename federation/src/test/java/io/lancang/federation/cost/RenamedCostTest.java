package io.lancang.federation.cost;

import static io.lancang.federation.compose.Composed.bare;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lancang.federation.supergraph.SupergraphException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Costs are found under whatever names a subgraph or a supergraph gives the directives. */
class RenamedCostTest {
    /** The supergraph as Apollo's composition writes it, with imports. */
    private static final String SUPERGRAPH = """
            schema @link(url: "https://specs.apollo.dev/link/v1.0")
              @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION) %s { query: Query }
            directive @link(url: String, as: String, for: link__Purpose, import: [link__Import]) repeatable on SCHEMA
            directive @join__graph(name: String!, url: String!) on ENUM_VALUE
            directive @join__type(graph: join__Graph!) repeatable on OBJECT | SCALAR
            scalar link__Import
            enum link__Purpose { SECURITY EXECUTION }
            enum join__Graph { A @join__graph(name: "a", url: "http://a") }
            type Query @join__type(graph: A) { all: [T!] %s }
            type T @join__type(graph: A) { id: Int %s }
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "import: [\"@cost\", \"@listSize\"]                       | @listSize        | @cost",
                "import: [\"@listSize\"]                                  | @listSize        | @cost",
                "as: \"dear\"                                             | @dear__listSize  | @dear",
                "import: [{name: \"@cost\", as: \"@weight\"}]             | @cost__listSize  | @weight",
                "import: [{name: \"@listSize\", as: \"@size\"}], as: \"c\" | @size            | @c",
            })
    void readsASupergraphUnderAnyNames(String link, String listSize, String cost) {
        String sdl = SUPERGRAPH.formatted(
                "@link(url: \"https://specs.apollo.dev/cost/v0.1\", " + link + ")",
                listSize + "(assumedSize: 3)",
                cost + "(weight: 5)");

        // 3 items, and 5 for each field in them.
        assertEquals(3 * (1 + 5), Estimates.of(sdl).total("{ all { id } }"));
    }

    @Test
    void leavesDirectivesOfTheSameNameAloneThatAreNotLinked() {
        String sdl = SUPERGRAPH.formatted("", "@listSize(assumedSize: 3)", "@cost(weight: 5)");

        // 10 items by default.
        assertEquals(10, Estimates.of(sdl).total("{ all { id } }"));
    }

    @Test
    void refusesASupergraphWhoseCostsAreNone() {
        String sdl = SUPERGRAPH.formatted(
                "@link(url: \"https://specs.apollo.dev/cost/v0.1\", import: [\"@cost\"])",
                "",
                "@cost(weight: \"dear\")");

        SupergraphException problem = assertThrows(SupergraphException.class, () -> Estimates.of(sdl));
        assertEquals("line 10: T.id: @cost(weight:) is no whole number of 32 bits", problem.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "https://specs.apollo.dev/federation/v2.9 | import: [\"@cost\", \"@listSize\"] | @cost | @listSize",
                "https://specs.apollo.dev/federation/v2.9 | as: \"f\"                          | @f__cost | @f__listSize",
                "https://specs.apollo.dev/federation/v2.9 | import: [{name: \"@cost\", as: \"@myCost\"},"
                        + " {name: \"@listSize\", as: \"@mySize\"}] | @myCost | @mySize",
                "https://specs.apollo.dev/cost/v0.1       | import: [\"@cost\", \"@listSize\"] | @cost | @listSize",
                "https://specs.apollo.dev/cost/v0.1       | as: \"c\"                          | @c | @c__listSize",
                "https://specs.apollo.dev/cost/v0.1       | import: [{name: \"@cost\", as: \"@myCost\"},"
                        + " {name: \"@listSize\", as: \"@mySize\"}] | @myCost | @mySize",
            })
    void composesThemHoweverASubgraphLinksThem(String url, String link, String cost, String listSize) {
        String second = url.contains("/federation/") ? "" : " @link(url: \"https://specs.apollo.dev/federation/v2.0\")";
        Estimates graph = Estimates.of(bare(
                "a",
                "extend schema @link(url: \"" + url + "\", " + link + ")" + second + " type Query { all: [T!] "
                        + listSize + "(assumedSize: 3) } type T { id: Int " + cost + "(weight: 5) }"));

        assertEquals(3 * (1 + 5), graph.total("{ all { id } }"));
    }
}
