package io.lancang.federation.feature;

import static io.lancang.federation.feature.DataSubgraph.subgraph;

import org.junit.jupiter.api.Test;

/** Root fields of mutations: each is carried out once, in one subgraph, in the client's order. */
class MutationsTest {
    private static final Federation SHARED = Federation.of(subgraph("a", """
                    type Query { x: Int }
                    type Mutation { touch(id: ID!): Thing @shareable onlyA: Thing value: Value @shareable }
                    type Thing @key(fields: "id") { id: ID! name: String }
                    type Value @shareable { left: Int }
                    """, """
                    {"Mutation": {"touch": {"id": "1", "name": "N"}, "onlyA": {"id": "1", "name": "N"}, "value": {"left": 1}}, "Thing": [{"id": "1", "name": "N"}]}
                    """), subgraph("b", """
                    type Mutation { touch(id: ID!): Thing @shareable onlyB: Thing value: Value @shareable }
                    type Thing @key(fields: "id") { id: ID! price: Int }
                    type Value { left: Int @shareable right: Int }
                    """, """
                    {"Mutation": {"touch": {"id": "1", "price": 5}, "onlyB": {"id": "1", "price": 5}, "value": {"left": 1, "right": 2}}, "Thing": [{"id": "1", "price": 5}]}
                    """));

    @Test
    void carriesOutASharedMutationOnce() {
        SHARED.ask("mutation { touch(id: \"1\") { name price } }")
                .answers("{\"touch\": {\"name\": \"N\", \"price\": 5}}")
                .sends(0, "mutation{touch")
                .sends(1, "_entities");
    }

    @Test
    void choosesTheSubgraphOfASharedMutationThatHasWhatIsSelected() {
        SHARED.ask("mutation { touch(id: \"1\") { price } }")
                .answers("{\"touch\": {\"price\": 5}}")
                .asking("b");
        SHARED.ask("mutation { value { left right } }")
                .answers("{\"value\": {\"left\": 1, \"right\": 2}}")
                .asking("b");
    }

    @Test
    void keepsASharedMutationWithItsNeighbours() {
        SHARED.ask("mutation { onlyB { price } touch(id: \"1\") { id } onlyA { name } }")
                .answers("{\"onlyB\": {\"price\": 5}, \"touch\": {\"id\": \"1\"}, \"onlyA\": {\"name\": \"N\"}}")
                .asking("b a");
    }

    @Test
    void carriesOutAliasesOfOneMutationEachOnce() {
        SHARED.ask("mutation { a: touch(id: \"1\") { name price } b: touch(id: \"2\") { name } }")
                .answers("{\"a\": {\"name\": \"N\", \"price\": 5}, \"b\": {\"name\": \"N\"}}")
                .asking("a b");
    }

    @Test
    void mergesSelectionsOfOneMutationUnderOneKey() {
        SHARED.ask(
                        "mutation { touch(id: \"1\") { id } onlyB { id } ...M } fragment M on Mutation { touch(id: \"1\") { name } }")
                .answers("{\"touch\": {\"id\": \"1\", \"name\": \"N\"}, \"onlyB\": {\"id\": \"1\"}}")
                .asking("b a");
    }

    @Test
    void skipsAMutationThatIsExcluded() {
        SHARED.with("{\"no\": false}")
                .ask("mutation($no: Boolean!) { onlyA @include(if: $no) { name price } onlyB { price } }")
                .answers("{\"onlyB\": {\"price\": 5}}")
                .asking("b");
    }
}
