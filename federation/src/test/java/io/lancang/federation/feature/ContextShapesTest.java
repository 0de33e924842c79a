package io.lancang.federation.feature;

import static io.lancang.federation.feature.DataSubgraph.subgraph;

import io.lancang.federation.supergraph.JoinSpec;
import org.junit.jupiter.api.Test;

/** Context arguments that a supergraph of another composer may have: input objects, and values that can be missing. */
class ContextShapesTest {
    private static final Federation VOYAGES =
            Federation.on(JoinSpec.V0_5 + """
                    enum join__Graph {
                      FLEET @join__graph(name: "fleet", url: "") PRICES @join__graph(name: "prices", url: "")
                    }
                    type Query @join__type(graph: FLEET) @join__type(graph: PRICES) {
                      voyages: [Voyage!]! @join__field(graph: FLEET)
                    }
                    type Voyage @join__type(graph: FLEET) @join__type(graph: PRICES) @context(name: "prices__voyage") {
                      currency: String @join__field(graph: FLEET)
                      size: Size @join__field(graph: FLEET)
                      cargo: [Cargo!] @join__field(graph: FLEET)
                    }
                    type Size @join__type(graph: FLEET) { length: Int width: Int }
                    input SizeInput @join__type(graph: PRICES) { length: Int width: Int }
                    input VoyageInput @join__type(graph: PRICES) { currency: String size: SizeInput }
                    type Cargo @join__type(graph: FLEET, key: "id") @join__type(graph: PRICES, key: "id") {
                      id: ID!
                      room: String @join__field(graph: PRICES, contextArguments: [{context: "prices__voyage",
                        name: "size", type: "SizeInput", selection: "{ size { length width } }"}])
                      whole: String @join__field(graph: PRICES, contextArguments: [{context: "prices__voyage",
                        name: "voyage", type: "VoyageInput", selection: "{ currency size { width } }"}])
                      strict: String @join__field(graph: PRICES, contextArguments: [{context: "prices__voyage",
                        name: "currency", type: "String!", selection: "{ currency }"}])
                      onTrain: String @join__field(graph: PRICES, contextArguments: [{context: "prices__voyage",
                        name: "currency", type: "String", selection: "... on Cargo { id }"}])
                      label: String @join__field(graph: PRICES)
                    }
                    """, subgraph("fleet", """
                    type Query { voyages: [Voyage!]! }
                    type Voyage { currency: String size: Size cargo: [Cargo!] }
                    type Size { length: Int width: Int }
                    type Cargo @key(fields: "id") { id: ID! }
                    """, """
                    {"Cargo": [], "Query": {"voyages": [
                      {"currency": "CNY", "size": {"length": 9, "width": 2}, "cargo": [{"id": "tea"}]},
                      {"currency": null, "size": null, "cargo": [{"id": "tea"}]},
                      {"currency": "USD", "size": {"length": null, "width": 3}, "cargo": [{"id": "tin"}]}]}}
                    """), subgraph("prices", """
                    type Query { prices: Int }
                    input SizeInput { length: Int width: Int }
                    input VoyageInput { currency: String size: SizeInput }
                    type Cargo @key(fields: "id") {
                      id: ID! room(size: SizeInput): String whole(voyage: VoyageInput): String
                      strict(currency: String!): String onTrain(currency: String): String label: String
                    }
                    """, """
                    {"Query": {}, "Cargo": [{"room": "{id} of {$size}", "whole": "{id} on {$voyage}",
                      "strict": "{id} in {$currency}", "onTrain": "{id} in {$currency}", "label": "{id}!"}]}
                    """));

    @Test
    void makesAnInputObjectOfTheFieldsOfAnObject() {
        VOYAGES.ask("{ voyages { cargo { room } } }").answers("""
                        {"voyages": [{"cargo": [{"room": "tea of {\\"length\\":9,\\"width\\":2}"}]},
                          {"cargo": [{"room": "tea of null"}]},
                          {"cargo": [{"room": "tin of {\\"length\\":null,\\"width\\":3}"}]}]}
                        """).asking("fleet prices");
    }

    @Test
    void makesAnInputObjectOfAllThatIsSelected() {
        VOYAGES.ask("{ voyages { cargo { whole } } }").answers("""
                        {"voyages": [{"cargo": [{"whole": "tea on {\\"currency\\":\\"CNY\\",\\"size\\":{\\"width\\":2}}"}]},
                          {"cargo": [{"whole": "tea on {\\"currency\\":null,\\"size\\":null}"}]},
                          {"cargo": [{"whole": "tin on {\\"currency\\":\\"USD\\",\\"size\\":{\\"width\\":3}}"}]}]}
                        """).asking("fleet prices");
    }

    @Test
    void asksForNoEntityWhoseArgumentMustNotBeNullButIs() {
        VOYAGES.ask("{ voyages { cargo { strict label } } }").answers("""
                        {"voyages": [{"cargo": [{"strict": "tea in CNY", "label": "tea!"}]},
                          {"cargo": [{"strict": null, "label": "tea!"}]},
                          {"cargo": [{"strict": "tin in USD", "label": "tin!"}]}]}
                        """).asking("fleet prices");
    }

    @Test
    void passesNullWhereNothingIsSelectedOfTheTypeAbove() {
        VOYAGES.ask("{ voyages { cargo { onTrain } } }").answers("""
                        {"voyages": [{"cargo": [{"onTrain": "tea in null"}]}, {"cargo": [{"onTrain": "tea in null"}]},
                          {"cargo": [{"onTrain": "tin in null"}]}]}
                        """).asking("fleet prices");
    }
}
