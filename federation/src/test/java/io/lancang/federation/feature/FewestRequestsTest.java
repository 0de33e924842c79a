package io.lancang.federation.feature;

import static io.lancang.federation.feature.DataSubgraph.subgraph;

import org.junit.jupiter.api.Test;

/** Where what is cheapest for one field makes others dear, the plan with the fewest requests is found all the same. */
class FewestRequestsTest {
    /**
     * The width alone costs as much by the list of the other subgraph, with fewer objects sent. Beside the name, which the
     * first one has of the objects that it provides, that list would be in vain.
     */
    @Test
    void entersProvidedObjectsRatherThanAskingForTheirListAgain() {
        Federation rows = Federation.of(subgraph("a", """
            type Query { rows: [Row!]! @shareable @provides(fields: "cells { id }") }
            type Row @key(fields: "id") { id: ID! name: String cells: [Row!] @external }
            """, """
            {"Query": {"rows": [{"id": "r", "cells": [{"id": "s", "name": "S"}, {"id": "t", "name": "T"}]}]}}
            """), subgraph("b", """
                    type Query { rows: [Row!]! @shareable }
                    type Row @key(fields: "id", resolvable: false) { id: ID! }
                    """, """
                    {"Query": {"rows": [{"id": "r"}]}}
                    """), subgraph("c", """
                    type Row @key(fields: "id") { id: ID! cells: [Row!] @shareable width: Int }
                    """, """
                    {"Row": [{"id": "r", "cells": [{"id": "s", "width": 3}, {"id": "t", "width": 5}]},
                             {"id": "s", "width": 3}, {"id": "t", "width": 5}]}
                    """));

        rows.ask("{ rows { cells { width name } } }")
                .answers(
                        "{\"rows\": [{\"cells\": [{\"width\": 3, \"name\": \"S\"}, {\"width\": 5, \"name\": \"T\"}]}]}")
                .planned("""
                    query plan, 2 requests
                    #0 a {
                      rows {
                        cells {
                          name
                          id # $id
                        }
                      }
                    }
                    #1 c after #0 {
                      at rows/cells
                        by Row (id from $id)
                        {
                          ... on Row {
                            width
                          }
                        }
                    }
                    """);
    }

    /** Either request has as many fields: the owner would be another one only where the provider is there. */
    @Test
    void takesWhatIsProvidedWhereTheOwnerCostsAsMuch() {
        Federation rows = Federation.of(subgraph("a", """
                    type Query { row: Row @shareable }
                    type Row @key(fields: "id") { id: ID! name: String @shareable }
                    """, """
                    {"Query": {"row": {"id": "r", "name": "R"}}, "Row": [{"id": "r", "name": "R"}]}
                    """), subgraph("b", """
                    type Query { row: Row @shareable @provides(fields: "name") }
                    type Row @key(fields: "id") { id: ID! name: String @external }
                    """, """
                    {"Query": {"row": {"id": "r", "name": "R"}}}
                    """));

        rows.ask("{ row { name } }").answers("{\"row\": {\"name\": \"R\"}}").planned("""
                    query plan, 1 request
                    #0 b {
                      row {
                        name
                      }
                    }
                    """);
    }

    /** The code is in two subgraphs, the weight in one that has the code as well. */
    @Test
    void takesWhatManySubgraphsHaveFromTheOneThatHasToBeAskedForTheRest() {
        Federation freight = Federation.of(
                subgraph("a", """
                    type Query { crate: Crate }
                    type Crate @key(fields: "id", resolvable: false) { id: ID! }
                    """, """
                    {"Query": {"crate": {"id": "x"}}}
                    """), subgraph("b", """
                    type Crate @key(fields: "id") { id: ID! code: String @shareable }
                    """, """
                    {"Crate": [{"id": "x", "code": "X1"}]}
                    """), subgraph("c", """
                    type Crate @key(fields: "id") { id: ID! code: String @shareable weight: Int }
                    """, """
                    {"Crate": [{"id": "x", "code": "X1", "weight": 7}]}
                    """), subgraph("d", """
                    type Crate @key(fields: "id") {
                      id: ID! code: String @external weight: Int @external label: String @requires(fields: "code weight")
                    }
                    """, """
                    {"Crate": [{"id": "x", "label": "X1, 7 kg"}]}
                    """));

        freight.ask("{ crate { code label } }")
                .answers("{\"crate\": {\"code\": \"X1\", \"label\": \"X1, 7 kg\"}}")
                .planned("""
                    query plan, 3 requests
                    #0 a {
                      crate {
                        id # $id
                      }
                    }
                    #1 c after #0 {
                      at crate
                        by Crate (id from $id)
                        {
                          ... on Crate {
                            code
                            weight # $weight
                          }
                        }
                    }
                    #2 d after #1 {
                      at crate
                        by Crate (id from $id, code?, weight? from $weight)
                        {
                          ... on Crate {
                            label
                          }
                        }
                    }
                    """);
    }
}
