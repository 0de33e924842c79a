package io.lancang.federation.feature;

import static io.lancang.federation.feature.DataSubgraph.subgraph;

import org.junit.jupiter.api.Test;

/** Arguments whose values are those of objects above. */
class ContextTest {
    private static final Federation VOYAGES = Federation.of(subgraph("fleet", """
                    type Query { voyages: [Voyage!]! voyage: Voyage }
                    type Voyage @key(fields: "id") @context(name: "voyage") {
                      id: ID! currency: String tags: [String] size: Size cargo: [Cargo!] legs: [Leg!]
                    }
                    type Leg @context(name: "leg") { number: Int currency: String cargo: [Cargo!] parcels: [Parcel!] }
                    type Parcel @key(fields: "id") { id: ID! }
                    type Size { length: Int width: Int }
                    type Cargo @key(fields: "id") { id: ID! }
                    """, """
                    {"Query": {"voyages": "@Voyage", "voyage": "@Voyage[0]"},
                     "Voyage": [
                       {"id": "1", "currency": "CNY", "tags": ["a", null], "size": {"length": 9, "width": 2},
                        "cargo": [{"id": "tea"}, {"id": "tin"}],
                        "legs": [{"number": 1, "currency": "LAK", "cargo": [{"id": "tea"}], "parcels": [{"id": "p"}]},
                                 {"number": 2, "currency": null, "cargo": [{"id": "tea"}], "parcels": [{"id": "p"}]}]},
                       {"id": "2", "currency": "USD", "tags": null, "size": null, "cargo": [{"id": "tea"}], "legs": []},
                       {"id": "3", "currency": "CNY", "tags": [], "size": {"length": null, "width": 3},
                        "cargo": [{"id": "tea"}], "legs": null}],
                     "Cargo": [{"id": "tea"}, {"id": "tin"}], "Parcel": []}
                    """), subgraph("prices", """
                    type Query { prices: Int }
                    type Voyage @key(fields: "id") @context(name: "voyage") {
                      id: ID! currency: String @external tags: [String] @external size: Size @external tax: Int
                    }
                    type Leg @context(name: "leg") { currency: String @external }
                    type Size { length: Int @external }
                    type Cargo @key(fields: "id") {
                      id: ID!
                      fee(unit: String, currency: String @fromContext(field: "$voyage { currency }")): String
                      tagged(tags: [String] @fromContext(field: "$voyage { tags }")): String
                      length(length: Int @fromContext(field: "$voyage { size { length } }")): String
                      label: String
                    }
                    type Parcel @key(fields: "id") {
                      id: ID! fee(currency: String @fromContext(field: "$leg { currency }")): String
                    }
                    """, """
                    {"Query": {"prices": 1}, "Voyage": [], "Parcel": [{"fee": "{id} in {$currency}"}],
                     "Cargo": [{"fee": "{id} in {$currency} per {$unit}",
                       "tagged": "{id} as {$tags}", "length": "{id} of {$length}",
                       "label": "{id}!"}]}
                    """));

    @Test
    void givesAFieldTheValueOfTheObjectAbove() {
        VOYAGES.ask("{ voyage { cargo { fee(unit: \"t\") label } } }")
                .answers("""
                        {"voyage": {"cargo": [{"fee": "tea in CNY per t", "label": "tea!"},
                          {"fee": "tin in CNY per t", "label": "tin!"}]}}
                        """)
                .planned("""
                        query plan, 2 requests
                        #0 fleet {
                          voyage {
                            cargo {
                              id # $id
                            }
                            currency # $currency
                          }
                        }
                        #1 prices after #0 {
                          at voyage/cargo
                            by Cargo (id from $id)
                            with $context0: String = (currency? from $currency) at voyage
                            {
                              ... on Cargo {
                                fee(unit:"t",currency:$context0)
                                label
                              }
                            }
                        }
                        """);
    }

    @Test
    void asksForAllValuesAtOnceWhereTheyDiffer() {
        VOYAGES.ask("{ voyages { cargo { fee } } }")
                .answers("""
                        {"voyages": [
                          {"cargo": [{"fee": "tea in CNY per null"}, {"fee": "tin in CNY per null"}]},
                          {"cargo": [{"fee": "tea in USD per null"}]},
                          {"cargo": [{"fee": "tea in CNY per null"}]}]}
                        """)
                .asking("fleet prices")
                .sends(
                        1,
                        "query($r_0:[_Any!]!,$r_1:[_Any!]!,$context0_0:String,$context0_1:String)"
                                + "{_0:_entities(representations:$r_0){...on Cargo{fee(currency:$context0_0)}}"
                                + "_1:_entities(representations:$r_1){...on Cargo{fee(currency:$context0_1)}}}")
                .sends(
                        1,
                        "\"context0_0\":\"CNY\",\"r_0\":[{\"__typename\":\"Cargo\",\"id\":\"tea\"},"
                                + "{\"__typename\":\"Cargo\",\"id\":\"tin\"}],"
                                + "\"context0_1\":\"USD\",\"r_1\":[{\"__typename\":\"Cargo\",\"id\":\"tea\"}]");
    }

    @Test
    void asksOnceWhereAllValuesAreEqual() {
        VOYAGES.ask("{ voyages { cargo { fee tagged } } }").asking("fleet prices");
        VOYAGES.ask("{ a: voyage { cargo { fee } } b: voyage { cargo { fee } } }")
                .answers("""
                        {"a": {"cargo": [{"fee": "tea in CNY per null"}, {"fee": "tin in CNY per null"}]},
                         "b": {"cargo": [{"fee": "tea in CNY per null"}, {"fee": "tin in CNY per null"}]}}
                        """)
                .asking("fleet prices");
    }

    @Test
    void passesNullOnToAnArgumentThatMayBeNull() {
        VOYAGES.ask("{ voyage { legs { parcels { fee } } } }").answers("""
                        {"voyage": {"legs": [{"parcels": [{"fee": "p in LAK"}]}, {"parcels": [{"fee": "p in null"}]}]}}
                        """).asking("fleet prices");
    }

    @Test
    void takesTheNearestObjectThatSetsTheContextWhateverStandsBetween() {
        VOYAGES.ask("{ voyage { legs { cargo { fee } } } }").answers("""
                        {"voyage": {"legs": [{"cargo": [{"fee": "tea in CNY per null"}]},
                          {"cargo": [{"fee": "tea in CNY per null"}]}]}}
                        """).asking("fleet prices");
    }

    @Test
    void passesListsOn() {
        VOYAGES.ask("{ voyages { cargo { tagged } } }").answers("""
                        {"voyages": [{"cargo": [{"tagged": "tea as [\\"a\\",null]"}, {"tagged": "tin as [\\"a\\",null]"}]},
                          {"cargo": [{"tagged": "tea as null"}]}, {"cargo": [{"tagged": "tea as []"}]}]}
                        """).asking("fleet prices");
    }

    @Test
    void passesALeafOnHoweverDeepItIs() {
        VOYAGES.ask("{ voyages { cargo { length } } }").answers("""
                        {"voyages": [{"cargo": [{"length": "tea of 9"}, {"length": "tin of 9"}]},
                          {"cargo": [{"length": "tea of null"}]}, {"cargo": [{"length": "tea of null"}]}]}
                        """);
    }

    @Test
    void keepsItsVariablesApartFromTheClients() {
        VOYAGES.with("{\"context0\": \"kg\", \"r_0\": \"t\"}")
                .ask("query($context0: String, $r_0: String) {"
                        + " voyage { cargo { fee(unit: $context0) other: fee(unit: $r_0) } } }")
                .answers("""
                        {"voyage": {"cargo": [{"fee": "tea in CNY per kg", "other": "tea in CNY per t"},
                          {"fee": "tin in CNY per kg", "other": "tin in CNY per t"}]}}
                        """)
                .asking("fleet prices");
    }

    @Test
    void asksForNothingWhereTheClientExcludesTheField() {
        VOYAGES.with("{\"no\": false}")
                .ask("query($no: Boolean!) { voyage { id cargo { fee @include(if: $no) } } }")
                .answers("{\"voyage\": {\"id\": \"1\", \"cargo\": [{}, {}]}}")
                .asking("fleet");
    }

    private static Federation split(String type) {
        return Federation.of(
                subgraph("fleet", """
                        type Query { voyages: [Voyage!]! }
                        type Voyage @key(fields: "id") { id: ID! cargo: [Cargo!] }
                        type Cargo @key(fields: "id") { id: ID! }
                        """, """
                        {"Query": {"voyages": "@Voyage"}, "Cargo": [], "Voyage": [
                          {"id": "1", "cargo": [{"id": "tea"}]}, {"id": "2", "cargo": [{"id": "tea"}, {"id": "tin"}]}]}
                        """),
                subgraph("money", """
                        type Voyage @key(fields: "id") { id: ID! currency: %s }
                        """.formatted(type), """
                        {"Voyage": [{"id": "1", "currency": "CNY"}]}
                        """),
                subgraph("prices", """
                        type Voyage @key(fields: "id") @context(name: "voyage") { id: ID! currency: %1$s @external }
                        type Cargo @key(fields: "id") {
                          id: ID!
                          fee(currency: %1$s @fromContext(field: "$voyage { currency }")): String weight: Int
                        }
                        """.formatted(type), """
                        {"Voyage": [], "Cargo": [{"id": "tin", "fee": "!no tin", "weight": 2}, {"fee": "{id} in {$currency}", "weight": 1}]}
                        """),
                subgraph("taxes", """
                        type Cargo @key(fields: "id") {
                          id: ID! fee: String @external tax: String @requires(fields: "fee")
                        }
                        """, """
                        {"Cargo": [{"tax": "on {fee}"}]}
                        """));
    }

    @Test
    void takesTheValueFromTheSubgraphThatHasIt() {
        split("String")
                .ask("{ voyages { cargo { fee } } }")
                .answersInPart("""
                        {"voyages": [{"cargo": [{"fee": "tea in CNY"}]}, {"cargo": [{"fee": "tea in null"}, {"fee": null}]}]}
                        """, "SUBGRAPH_ERROR voyages/1/cargo/1/fee")
                .asking("fleet money prices");
    }

    @Test
    void asksForNoEntityWhoseArgumentMustNotBeNullButIs() {
        split("String!")
                .ask("{ voyages { cargo { fee } } }")
                .answers("""
                        {"voyages": [{"cargo": [{"fee": "tea in CNY"}]}, {"cargo": [{"fee": null}, {"fee": null}]}]}
                        """)
                .asking("fleet money prices")
                .neverSends("\"tin\"");
    }

    @Test
    void stillAsksSuchAnEntityForWhatItCanAnswer() {
        split("String!").ask("{ voyages { cargo { fee weight } } }").answers("""
                        {"voyages": [{"cargo": [{"fee": "tea in CNY", "weight": 1}]},
                          {"cargo": [{"fee": null, "weight": 1}, {"fee": null, "weight": 2}]}]}
                        """);
    }

    @Test
    void requiresAFieldThatDependsOnTheObjectAbove() {
        split("String!").ask("{ voyages { cargo { tax } } }").answers("""
                        {"voyages": [{"cargo": [{"tax": "on tea in CNY"}]}, {"cargo": [{"tax": "on null"}, {"tax": "on null"}]}]}
                        """).asking("fleet money prices taxes");
    }

    @Test
    void answersAFieldBesideOneThatIsExcluded() {
        split("String!")
                .with("{\"no\": false}")
                .ask(
                        "query($no: Boolean!) { voyages { cargo { fee @include(if: $no) tax @include(if: $no) weight } } }")
                .answers("""
                        {"voyages": [{"cargo": [{"weight": 1}]}, {"cargo": [{"weight": 1}, {"weight": 2}]}]}
                        """);
    }

    @Test
    void keepsApartWhatOneEntityAnswersBelowDifferentObjects() {
        Federation.of(subgraph("fleet", """
                        type Query { voyages: [Voyage!]! }
                        type Voyage { currency: String ship: Ship }
                        type Ship @key(fields: "id") { id: ID! }
                        """, """
                        {"Ship": [], "Query": {"voyages": [
                          {"currency": "CNY", "ship": {"id": "s"}}, {"currency": "USD", "ship": {"id": "s"}}]}}
                        """), subgraph("ships", """
                        type Ship @key(fields: "id") { id: ID! cargo: [Cargo!] }
                        type Cargo @key(fields: "id") { id: ID! }
                        """, """
                        {"Cargo": [], "Ship": [{"id": "s", "cargo": [{"id": "tea"}]}]}
                        """), subgraph("prices", """
                        type Voyage @context(name: "voyage") { currency: String @external }
                        type Cargo @key(fields: "id") {
                          id: ID! fee(currency: String @fromContext(field: "$voyage { currency }")): String
                        }
                        """, """
                        {"Cargo": [{"fee": "{id} in {$currency}"}]}
                        """))
                .ask("{ voyages { ship { cargo { fee } } } }")
                .answers("""
                        {"voyages": [{"ship": {"cargo": [{"fee": "tea in CNY"}]}}, {"ship": {"cargo": [{"fee": "tea in USD"}]}}]}
                        """)
                .asking("fleet ships prices");
    }
}
