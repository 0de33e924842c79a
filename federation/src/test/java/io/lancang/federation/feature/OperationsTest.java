package io.lancang.federation.feature;

import static io.lancang.federation.feature.DataSubgraph.subgraph;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions, fragments, variables and several operations in a document. */
class OperationsTest {
    private static final Federation SHOP = Federation.of(subgraph("items", """
                    type Query { item: Item items(max: Int = 2): [Item!]! total: Int }
                    type Mutation { add(name: String!): Item reset: Int }
                    type Item @key(fields: "id") { id: ID! name: String parent: Item }
                    """, """
                    {"Query": {"item": "@Item[0]", "items": "@Item", "total": "{$max}"},
                     "Mutation": {"add": {"id": "3", "name": "{$name}"}, "reset": 0},
                     "Item": [{"id": "1", "name": "one", "parent": {"id": "2", "name": "two"}}, {"id": "2", "name": "two", "parent": null}]}
                    """), subgraph("prices", """
                    type Query { rate: Float }
                    type Mutation { price(id: ID!, cents: Int!): Item }
                    type Item @key(fields: "id") { id: ID! price(currency: String = "EUR"): String history: [Price!] }
                    type Price { year: Int cents: Int }
                    """, """
                    {"Query": {"rate": 1.5}, "Mutation": {"price": {"id": "{$id}", "price": "{$cents}"}},
                     "Item": [{"id": "1", "price": "1 {$currency}", "history": [{"year": 2020, "cents": 90}]},
                              {"id": "2", "price": "2 {$currency}", "history": []}, {"id": "3", "price": "3 {$currency}"}]}
                    """));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            true  | true  | {"total": null, "item": {"id": "1", "name": "one", "price": "1 EUR"}, "rate": 1.5} | items prices prices
            true  | false | {"total": null, "item": {"id": "1", "price": "1 EUR"}, "rate": 1.5}                | items prices prices
            false | true  | {"item": {"id": "1", "name": "one"}}                                               | items
            false | false | {"item": {"id": "1"}}                                                              | items
            """)
    void includesFieldsAtTheRootAndInEntities(boolean a, boolean b, String expected, String asked) {
        SHOP.with("{\"a\": " + a + ", \"b\": " + b + "}")
                .ask(
                        "query($a: Boolean!, $b: Boolean!) { total @include(if: $a) item { id name @include(if: $b) price @include(if: $a) } rate @include(if: $a) }")
                .answers(expected)
                .asking(asked);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            true  | true  | {"item": {"id": "1"}}
            true  | false | {"item": {"id": "1", "price": "1 EUR"}}
            false | true  | {"item": {"id": "1"}}
            false | false | {"item": {"id": "1"}}
            """)
    void includesAndSkipsTheSameField(boolean include, boolean skip, String expected) {
        SHOP.with("{\"i\": " + include + ", \"s\": " + skip + "}")
                .ask("query($i: Boolean!, $s: Boolean!) { item { id price @include(if: $i) @skip(if: $s) } }")
                .answers(expected)
                .asking(expected.contains("price") ? "items prices" : "items");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            true  | {"item": {"price": "1 EUR", "history": [{"year": 2020, "cents": 90}], "name": "one"}} | items prices
            false | {"item": {"history": [{"cents": 90}]}}                                                | items prices
            """)
    void includesFragmentsAndSpreads(boolean a, String expected, String asked) {
        SHOP.with("{\"a\": " + a + "}").ask("""
                        query($a: Boolean!) { item { ...P @include(if: $a) history { ... @include(if: $a) { year } cents } ... on Item @skip(if: $a) { history { cents } } ...N @include(if: $a) } }
                        fragment P on Item { price } fragment N on Item { name }
                        """).answers(expected).asking(asked);
    }

    @Test
    void asksNobodyWhereEverythingIsExcluded() {
        SHOP.with("{\"no\": false}")
                .ask("query($no: Boolean!) { item @include(if: $no) { price } rate @include(if: $no) }")
                .answers("{}")
                .asking("");
        SHOP.ask("{ item @skip(if: true) { price } rate @include(if: false) }")
                .answers("{}")
                .asking("");
        SHOP.with("{\"no\": false}")
                .ask("query($no: Boolean!) { item { price @include(if: $no) } }")
                .answers("{\"item\": {}}")
                .asking("items");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "query($yes: Boolean = true) { rate @include(if: $yes) }",
                "query($yes: Boolean = true) { item { ... @skip(if: $yes) { name } } }"
            })
    void refusesNullForACondition(String query) {
        SHOP.with("{\"yes\": null}").ask(query).isRefused("BAD_USER_INPUT", "Variable $yes must not be null");
    }

    @Test
    void needsAFieldWhereOneOfItsSelectionsIsIncluded() {
        Federation yesNo = SHOP.with("{\"yes\": true, \"no\": false}");
        yesNo.ask("query($yes: Boolean!, $no: Boolean!) { item { price @include(if: $no) price @include(if: $yes) } }")
                .answers("{\"item\": {\"price\": \"1 EUR\"}}");
        yesNo.ask(
                        "query($yes: Boolean!, $no: Boolean!) { item @include(if: $no) { name } item @include(if: $yes) { price } }")
                .answers("{\"item\": {\"price\": \"1 EUR\"}}")
                .asking("items prices");
    }

    @Test
    void mergesFragmentsThatSelectTheSameFieldsDeeply() {
        SHOP.ask("{ item { ...A ...B } } fragment A on Item { price } fragment B on Item { price(currency: \"CNY\") }")
                .isRefused("GRAPHQL_VALIDATION_FAILED", "price");
        SHOP.ask("""
                        { item { ...A ...B } }
                        fragment A on Item { price parent { id } }
                        fragment B on Item { parent { name ...C } }
                        fragment C on Item { cny: price(currency: "CNY") price }
                        """).answers("""
                        {"item": {"price": "1 EUR", "parent": {"id": "2", "name": "two", "cny": "2 CNY", "price": "2 EUR"}}}
                        """).asking("items prices");
    }

    @Test
    void refusesFragmentsThatGoInCircles() {
        SHOP.ask("{ item { ...A } } fragment A on Item { id ...B } fragment B on Item { parent { ...A } }")
                .isRefused("GRAPHQL_VALIDATION_FAILED", "");
        SHOP.ask("{ item { ...A } } fragment A on Item { ...A }").isRefused("GRAPHQL_VALIDATION_FAILED", "");
    }

    @Test
    void runsTheOperationThatIsNamed() {
        String document =
                "query Names { item { name } } query Prices { item { ...P } } mutation Reset { reset } fragment P on Item { price }";
        SHOP.operation("Names")
                .ask(document)
                .answers("{\"item\": {\"name\": \"one\"}}")
                .asking("items");
        SHOP.operation("Prices")
                .ask(document)
                .answers("{\"item\": {\"price\": \"1 EUR\"}}")
                .asking("items prices");
        SHOP.operation("Reset").ask(document).answers("{\"reset\": 0}");
        SHOP.ask(document).isRefused("BAD_USER_INPUT", "");
        SHOP.operation("Other").ask(document).isRefused("BAD_USER_INPUT", "Other");
    }

    @Test
    void takesDefaultsOfVariablesAndArguments() {
        String query =
                "query($c: String = \"USD\", $d: String) { item { price usd: price(currency: $c) none: price(currency: $d) } }";
        SHOP.ask(query).answers("""
                {"item": {"price": "1 EUR", "usd": "1 USD", "none": "1 EUR"}}
                """);
        SHOP.with("{\"c\": null, \"d\": \"LAK\"}").ask(query).answers("""
                {"item": {"price": "1 EUR", "usd": "1 null", "none": "1 LAK"}}
                """);
    }

    @Test
    void carriesOutMutationsInOrderAcrossSubgraphs() {
        SHOP.ask(
                        "mutation { a: add(name: \"x\") { name price } b: price(id: \"2\", cents: 5) { id name } c: price(id: \"1\", cents: 6) { id } d: reset }")
                .answers("""
                        {"a": {"name": "x", "price": "3 EUR"}, "b": {"id": "2", "name": "two"}, "c": {"id": "1"}, "d": 0}
                        """)
                .asking("items prices prices items items");
    }

    @Test
    void goesOnWithTheNextMutationAfterOneFailed() {
        Federation.of(
                        subgraph("a", "type Query { x: Int } type Mutation { first: Int third: Int }", """
                                {"Mutation": {"first": "!no", "third": 3}}
                                """),
                        subgraph("b", "type Query { y: Int } type Mutation { second: Int }", """
                                {"Mutation": {"second": 2}}
                                """))
                .ask("mutation { first second third }")
                .answersInPart("""
                        {"first": null, "second": 2, "third": 3}
                        """, "SUBGRAPH_ERROR first")
                .asking("a b a");
    }

    @Test
    void answersTheTypeOfTheRootWithoutAskingAnybody() {
        SHOP.ask("{ __typename kind: __typename }").answers("""
                {"__typename": "Query", "kind": "Query"}
                """).asking("");
        SHOP.ask("mutation { __typename reset }").answers("""
                {"__typename": "Mutation", "reset": 0}
                """).asking("items");
        SHOP.ask("{ ...Q } fragment Q on Query { __typename rate }")
                .answers("""
                {"__typename": "Query", "rate": 1.5}
                """)
                .asking("prices");
    }

    @Test
    void asksForOneFieldUnderManyNames() {
        SHOP.ask(
                        "{ a: item { x: price(currency: \"A\") y: price(currency: \"B\") id: name name: id } b: item { x: price(currency: \"B\") } }")
                .answers("""
                        {"a": {"x": "1 A", "y": "1 B", "id": "one", "name": "1"}, "b": {"x": "1 B"}}
                        """)
                .asking("items prices");
    }
}
