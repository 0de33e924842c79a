package io.lancang.federation.feature;

import static io.lancang.federation.feature.DataSubgraph.subgraph;

import io.lancang.federation.testing.TestSubgraph;
import org.junit.jupiter.api.Test;

/** Keys whose parts come from several subgraphs, and values that several entities lead to. */
class KeyMixTest {
    @Test
    void gathersAKeyFromTwoSubgraphs() {
        Federation.of(subgraph("a", """
                                type Query { things: [Thing!]! }
                                type Thing @key(fields: "id") { id: ID! code: Code @shareable }
                                type Code { one: ID! @shareable two: ID! @shareable }
                                """, """
                                {"Query": {"things": [{"id": "1", "code": {"one": "x", "two": "y"}}]}}
                                """), subgraph("b", """
                                type Thing @key(fields: "id") { id: ID! code: Code @shareable }
                                type Code { two: ID! @shareable three: ID! @shareable }
                                """, """
                                {"Thing": [{"id": "1", "code": {"two": "y", "three": "z"}}]}
                                """), subgraph("c", """
                                type Thing @key(fields: "code { one three }") { code: Code @shareable note: String }
                                type Code { one: ID! @shareable three: ID! @shareable }
                                """, """
                                {"Thing": [{"code": {"one": "x", "three": "z"}, "note": "found"}]}
                                """))
                .ask("{ things { note } }")
                .answers("""
                        {"things": [{"note": "found"}]}
                        """)
                .asking("a b c");
    }

    @Test
    void choosesTheShortestOfSeveralKeyChains() {
        Federation.of(subgraph("a", """
                                type Query { thing: Thing }
                                type Thing @key(fields: "id") @key(fields: "code") { id: ID! code: ID! }
                                """, """
                                {"Query": {"thing": {"id": "1", "code": "c"}}}
                                """), subgraph("b", """
                                type Thing @key(fields: "id") @key(fields: "serial") { id: ID! serial: ID! }
                                """, """
                                {"Thing": [{"id": "1", "serial": "s"}]}
                                """), subgraph("c", """
                                type Thing @key(fields: "serial") @key(fields: "code") { serial: ID! code: ID! weight: Int }
                                """, """
                                {"Thing": [{"serial": "s", "code": "c", "weight": 9}]}
                                """))
                .ask("{ thing { weight } }")
                .answers("{\"thing\": {\"weight\": 9}}")
                .asking("a c");
    }

    @Test
    void gathersAValueFromAllSubgraphsThatKnowAPartOfIt() {
        Federation.of(
                        subgraph("root", """
                                type Query { product: Product }
                                type Product @key(fields: "id") { id: ID! }
                                """, """
                                {"Query": {"product": {"id": "p"}}}
                                """),
                        category("x", "id: ID @shareable", "\"id\": \"c\""),
                        category("y", "id: ID @shareable name: String", "\"id\": \"c\", \"name\": \"Tea\""),
                        category("z", "details: Details", "\"details\": {\"shelf\": 4}", "type Details { shelf: Int }"))
                .ask("{ product { category { id name details { shelf } } } }")
                .answers("""
                        {"product": {"category": {"id": "c", "name": "Tea", "details": {"shelf": 4}}}}
                        """)
                .asking("root y z");
    }

    private static TestSubgraph category(String name, String fields, String data, String... more) {
        return subgraph(name, """
                type Product @key(fields: "id") { id: ID! category: Category @shareable }
                type Category { %s }
                """.formatted(fields) + String.join("", more), """
                {"Product": [{"id": "p", "category": {%s}}]}
                """.formatted(data));
    }

    private static final Federation THREE_ROOTS = Federation.of(
            part(
                    "names",
                    "name: Name",
                    "\"name\": {\"short\": \"T\", \"long\": \"Tea\"}",
                    "type Name { short: String long: String }"),
            part("prices", "price: Int", "\"price\": 5", ""),
            part(
                    "stocks",
                    "stock: Int name: Name",
                    "\"stock\": 6, \"name\": {\"short\": \"T\"}",
                    "type Name { short: String }"));

    private static TestSubgraph part(String name, String field, String data, String more) {
        return subgraph(name, """
                type Query { item: Item @shareable items: [Item!] @shareable }
                type Item @shareable { id: ID! %s }
                """.formatted(field) + more.replace("type Name", "type Name @shareable"), """
                {"Query": {"item": {"id": "1", %s}, "items": [{"id": "1", %s}]}}
                """.formatted(
                        data, data));
    }

    @Test
    void mergesASharedRootFieldOfThreeSubgraphs() {
        THREE_ROOTS.ask("{ item { id price stock name { short long } } }").answers("""
                        {"item": {"id": "1", "price": 5, "stock": 6, "name": {"short": "T", "long": "Tea"}}}
                        """);
        THREE_ROOTS.ask("{ items { stock name { short } id } }").answers("""
                        {"items": [{"stock": 6, "name": {"short": "T"}, "id": "1"}]}
                        """).asking("stocks");
        THREE_ROOTS.ask("{ items { price name { short } stock } }").answers("""
                        {"items": [{"price": 5, "name": {"short": "T"}, "stock": 6}]}
                        """).asking("prices stocks");
    }

    @Test
    void entersAnEntityBelowAnEntityBelowAListOfLists() {
        Federation.of(subgraph("a", """
                                type Query { grid: [[Cell]!]! }
                                type Cell @key(fields: "x y") { x: Int! y: Int! }
                                """, """
                                {"Query": {"grid": [[{"x": 0, "y": 0}, null], [], [{"x": 1, "y": 2}, {"x": 0, "y": 0}]]}}
                                """), subgraph("b", """
                                type Cell @key(fields: "x y") { x: Int! y: Int! near: [[Cell!]] value: Int }
                                """, """
                                {"Cell": [{"x": 0, "y": 0, "value": 10, "near": [[{"x": 1, "y": 2}]]}, {"x": 1, "y": 2, "value": 20, "near": [null, []]}]}
                                """), subgraph("c", """
                                type Cell @key(fields: "x y") { x: Int! y: Int! colour: String }
                                """, """
                                {"Cell": [{"x": 1, "y": 2, "colour": "red"}]}
                                """))
                .ask("{ grid { value near { colour value } } }")
                .answers("""
                        {"grid": [[{"value": 10, "near": [[{"colour": "red", "value": 20}]]}, null], [],
                          [{"value": 20, "near": [null, []]}, {"value": 10, "near": [[{"colour": "red", "value": 20}]]}]]}
                        """.replace(
                                "\"near\": [[{\"colour\": \"red\", \"value\": 20}]]",
                                "\"near\": [[{\"colour\": \"red\", \"value\": null}]]"));
    }
}
