package io.lancang.federation.feature;

import static io.lancang.federation.feature.DataSubgraph.subgraph;

import org.junit.jupiter.api.Test;

/** Contexts that objects of several types set, each in its way. */
class ContextOnAbstractTypesTest {
    private static final Federation CARRIERS = Federation.of(subgraph("fleet", """
                    type Query { carriers: [Vehicle!]! carrier: Vehicle anything: Anything }
                    interface Vehicle { cargo: Cargo inner: Carrier }
                    interface Carrier { id: ID! cargo: Cargo inner: Carrier }
                    union Anything = Ship | Train
                    type Ship implements Carrier & Vehicle @key(fields: "id") @context(name: "carrier") {
                      id: ID! flag: String cargo: Cargo inner: Carrier
                    }
                    type Train implements Carrier & Vehicle @key(fields: "id") @context(name: "carrier") {
                      id: ID! operator: Operator cargo: Cargo inner: Carrier
                    }
                    type Box implements Carrier { id: ID! cargo: Cargo inner: Carrier }
                    type Operator { name: String }
                    type Cargo @key(fields: "id") { id: ID! }
                    """, """
                    {"Query": {
                      "carriers": [
                        {"__typename": "Ship", "id": "s1", "flag": "LAO", "cargo": {"id": "tea"}},
                        {"__typename": "Train", "id": "t1", "operator": {"name": "CR"}, "cargo": {"id": "tea"},
                         "inner": {"__typename": "Ship", "id": "s3", "flag": null, "cargo": {"id": "tin"}}}],
                      "carrier": {"__typename": "Ship", "id": "s2", "flag": "THA",
                        "inner": {"__typename": "Box", "id": "b", "cargo": {"id": "tin"}}},
                      "anything": {"__typename": "Train", "id": "t1", "operator": {"name": "CR"}, "cargo": {"id": "tea"}}},
                     "Ship": [], "Train": [],
                     "Cargo": []}
                    """), subgraph("prices", """
                    type Ship @key(fields: "id") @context(name: "carrier") { id: ID! flag: String @external }
                    type Train @key(fields: "id") @context(name: "carrier") { id: ID! operator: Operator @external }
                    type Operator { name: String @external }
                    type Cargo @key(fields: "id") {
                      id: ID!
                      duty(by: String @fromContext(field: "$carrier ... on Ship { flag } ... on Train { operator { name } }")): String
                    }
                    """, """
                    {"Ship": [], "Train": [], "Cargo": [{"duty": "{id} by {$by}"}]}
                    """));

    @Test
    void takesWhatTheTypeOfTheObjectAboveSelects() {
        CARRIERS.ask("{ carriers { cargo { duty } } }").answers("""
                        {"carriers": [{"cargo": {"duty": "tea by LAO"}}, {"cargo": {"duty": "tea by CR"}}]}
                        """).asking("fleet prices");
    }

    @Test
    void goesPastObjectsWhoseTypeSetsNoContext() {
        CARRIERS.ask("{ carrier { inner { cargo { duty } } } }").answers("""
                        {"carrier": {"inner": {"cargo": {"duty": "tin by THA"}}}}
                        """).asking("fleet prices");
    }

    @Test
    void staysAtTheNearestEvenIfItsValueIsNull() {
        CARRIERS.ask("{ carriers { inner { cargo { duty } } } }").answers("""
                        {"carriers": [{"inner": null}, {"inner": {"cargo": {"duty": "tin by null"}}}]}
                        """).asking("fleet prices");
    }

    @Test
    void knowsTheTypeByTheFragmentThatTheClientWrote() {
        CARRIERS.ask("{ anything { ... on Train { cargo { duty } } ... on Ship { cargo { duty } } } }")
                .answers("""
                        {"anything": {"cargo": {"duty": "tea by CR"}}}
                        """)
                .asking("fleet prices");
    }
}
