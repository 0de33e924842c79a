package io.lancang.federation.feature;

import static io.lancang.federation.feature.DataSubgraph.subgraph;

import org.junit.jupiter.api.Test;

/** External fields and types, and subgraphs that use each other's. */
class ExternalTest {
    @Test
    void takesATypeAsExternalAsAWhole() {
        Federation.of(subgraph("a", """
                                type Query { box: Box }
                                type Box @key(fields: "id") { id: ID! dims: Dims }
                                type Dims { x: Int y: Int }
                                """, """
                                {"Query": {"box": {"id": "1", "dims": {"x": 2, "y": 3}}}}
                                """), subgraph("b", """
                                type Box @key(fields: "id") { id: ID! dims: Dims @external area: String @requires(fields: "dims { x y }") }
                                type Dims @external { x: Int y: Int }
                                """, """
                                {"Box": [{"area": "{dims.x}*{dims.y}"}]}
                                """))
                .ask("{ box { area dims { y } } }")
                .answers("{\"box\": {\"area\": \"2*3\", \"dims\": {\"y\": 3}}}")
                .asking("a b");
    }

    @Test
    void asksTheOwnerOfAFieldThatIsExternalWhereTheObjectIs() {
        Federation.of(subgraph("a", """
                                type Query { item: Item }
                                type Item @key(fields: "id") { id: ID! price: Int @external tax: String @requires(fields: "price") }
                                """, """
                                {"Query": {"item": {"id": "1", "price": 99}}, "Item": [{"tax": "of {price}"}]}
                                """), subgraph("b", """
                                type Item @key(fields: "id") { id: ID! price: Int }
                                """, """
                                {"Item": [{"id": "1", "price": 5}]}
                                """))
                .ask("{ item { price tax } }")
                .answers("{\"item\": {\"price\": 5, \"tax\": \"of 5\"}}")
                .asking("a b a");
    }

    @Test
    void joinsAKeyThatIsExternalToo() {
        Federation.of(subgraph("a", """
                                type Query { item: Item }
                                type Item @key(fields: "id") { id: ID! name: String }
                                """, """
                                {"Query": {"item": {"id": "1", "name": "n"}}, "Item": [{"id": "1", "name": "n"}]}
                                """), subgraph("b", """
                                type Query { top: Item }
                                extend type Item @key(fields: "id") { id: ID! @external stars: Int }
                                """, """
                                {"Query": {"top": {"id": "1", "stars": 4}}, "Item": [{"id": "1", "stars": 4}]}
                                """))
                .ask("{ item { name stars } top { id name } }")
                .answers("{\"item\": {\"name\": \"n\", \"stars\": 4}, \"top\": {\"id\": \"1\", \"name\": \"n\"}}")
                .asking("a b b a");
    }

    @Test
    void providesAFieldThatItRequiresElsewhere() {
        Federation.of(subgraph("a", """
                                type Query { orders: [Order!]! }
                                type Order @key(fields: "id") { id: ID! item: Item @provides(fields: "name") }
                                type Item @key(fields: "id") { id: ID! name: String @external label: String @requires(fields: "name size") size: Int @external }
                                """, """
                                {"Query": {"orders": [{"id": "o", "item": {"id": "1", "name": "provided"}}]}, "Item": [{"label": "{name} {size}"}]}
                                """), subgraph("b", """
                                type Item @key(fields: "id") { id: ID! name: String @shareable size: Int }
                                """, """
                                {"Item": [{"id": "1", "name": "owned", "size": 6}]}
                                """))
                .ask("{ orders { item { label } } }")
                .answers("{\"orders\": [{\"item\": {\"label\": \"provided 6\"}}]}")
                .asking("a b a");
    }
}
