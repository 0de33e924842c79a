package io.lancang.federation.feature;

import static io.lancang.federation.feature.DataSubgraph.subgraph;

import org.junit.jupiter.api.Test;

/** Fields that need what other subgraphs have. */
class RequiresTest {
    private static final Federation PARCELS =
            Federation.of(subgraph("parcels", """
                    type Query { parcels: [Parcel!]! parcel: Parcel }
                    type Parcel @key(fields: "id") {
                      id: ID! weight: Int size(unit: String = "cm"): Int parts: [Part!] owner: Owner
                    }
                    type Part { code: ID! maker: Maker }
                    type Maker { land: String }
                    type Owner @key(fields: "id") { id: ID! }
                    """, """
                    {"Query": {"parcels": "@Parcel", "parcel": "@Parcel[0]"}, "Parcel": [
                      {"id": "1", "weight": 5, "size": {"$by": "unit", "cm": 100, "mm": 1000},
                       "parts": [{"code": "a", "maker": {"land": "LAO"}}, {"code": "b", "maker": null}], "owner": {"id": "o"}},
                      {"id": "2", "weight": null, "size": null, "parts": null, "owner": null}]}
                    """), subgraph("owners", """
                    type Owner @key(fields: "id") { id: ID! city: String }
                    """, """
                    {"Owner": [{"id": "o", "city": "Boten"}]}
                    """), subgraph("freight", """
                    type Parcel @key(fields: "id") {
                      id: ID!
                      weight: Int @external
                      size(unit: String = "cm"): Int @external
                      parts: [Part!] @external
                      owner: Owner @external
                      fee: String @requires(fields: "weight")
                      box: String @requires(fields: "size(unit: \\"mm\\")")
                      origin: String @requires(fields: "parts { code maker { land } }")
                      route: String @requires(fields: "owner { city }")
                      express: Boolean
                    }
                    type Part { code: ID! @external maker: Maker @external }
                    type Maker { land: String @external }
                    type Owner @key(fields: "id") { id: ID! city: String @external }
                    """, """
                    {"Parcel": [{"fee": "for {weight}", "box": "of {size}", "origin": "from {parts}", "route": "via {owner}",
                      "express": true}], "Owner": [{}]}
                    """));

    @Test
    void sendsWhatAFieldRequiresAndNothingElse() {
        PARCELS.ask("{ parcels { fee } }")
                .answers("""
                        {"parcels": [{"fee": "for 5"}, {"fee": "for null"}]}
                        """)
                .asking("parcels freight")
                .sends(0, "{parcels{id weight}}")
                .sends(
                        1,
                        "[{\"__typename\":\"Parcel\",\"id\":\"1\",\"weight\":5},"
                                + "{\"__typename\":\"Parcel\",\"id\":\"2\",\"weight\":null}]");
    }

    @Test
    void requiresNothingForAFieldThatNeedsNothing() {
        PARCELS.ask("{ parcels { express } }").asking("parcels freight").sends(0, "{parcels{id}}");
    }

    @Test
    void sendsObjectsAndListsThatAreRequired() {
        PARCELS.ask("{ parcels { origin } }").answers("""
                        {"parcels": [
                          {"origin": "from [{\\"code\\":\\"a\\",\\"maker\\":{\\"land\\":\\"LAO\\"}},{\\"code\\":\\"b\\",\\"maker\\":null}]"},
                          {"origin": "from null"}]}
                        """).asking("parcels freight");
    }

    @Test
    void asksForTheRequirementWithItsOwnArguments() {
        PARCELS.ask("{ parcel { size box } }").answers("""
                        {"parcel": {"size": 100, "box": "of 1000"}}
                        """).asking("parcels freight");
        PARCELS.ask("{ parcel { box size(unit: \"mm\") cm: size(unit: \"cm\") } }")
                .answers("""
                        {"parcel": {"box": "of 1000", "size": 1000, "cm": 100}}
                        """)
                .sends(0, "{parcel{size(unit:\"mm\")cm:size(unit:\"cm\")id}}");
    }

    @Test
    void keepsAClientsAliasApartFromTheRequirement() {
        PARCELS.ask("{ parcel { weight: fee fee: weight size: express } }")
                .answers("""
                        {"parcel": {"weight": "for 5", "fee": 5, "size": true}}
                        """)
                .asking("parcels freight");
    }

    @Test
    void gathersARequirementFromAThirdSubgraph() {
        PARCELS.ask("{ parcels { route } }").answers("""
                        {"parcels": [{"route": "via {\\"city\\":\\"Boten\\"}"}, {"route": "via null"}]}
                        """).asking("parcels owners freight");
    }

    @Test
    void sendsFieldsWithDifferentRequirementsTogether() {
        PARCELS.ask("{ parcels { fee box express } }").answers("""
                        {"parcels": [{"fee": "for 5", "box": "of 1000", "express": true},
                                     {"fee": "for null", "box": "of null", "express": true}]}
                        """).asking("parcels freight");
    }

    @Test
    void followsRequirementsOfRequirements() {
        Federation.of(subgraph("a", """
                                type Query { thing: Thing }
                                type Thing @key(fields: "id") { id: ID! base: Int }
                                """, """
                                {"Query": {"thing": {"id": "1", "base": 1}}}
                                """), subgraph("b", """
                                type Thing @key(fields: "id") {
                                  id: ID! base: Int @external middle: String @requires(fields: "base") }
                                """, """
                                {"Thing": [{"middle": "b({base})"}]}
                                """), subgraph("c", """
                                type Thing @key(fields: "id") {
                                  id: ID! middle: String @external top: String @requires(fields: "middle") }
                                """, """
                                {"Thing": [{"top": "c({middle})"}]}
                                """))
                .ask("{ thing { top } }")
                .answers("""
                        {"thing": {"top": "c(b(1))"}}
                        """)
                .asking("a b c");
    }

    private static final Federation CIRCLE = Federation.of(subgraph("a", """
                    type Query { thing: Thing }
                    type Thing @key(fields: "id") {
                      id: ID! z: String y: String @external x: String @requires(fields: "y") }
                    """, """
                    {"Query": {"thing": {"id": "1", "z": "z"}}, "Thing": [{"id": "1", "z": "z", "x": "x({y})"}]}
                    """), subgraph("b", """
                    type Thing @key(fields: "id") {
                      id: ID! z: String @external y: String @requires(fields: "z") w: String @requires(fields: "x")
                      x: String @external }
                    """, """
                    {"Thing": [{"y": "y({z})", "w": "w({x})"}]}
                    """));

    @Test
    void goesBackAndForthBetweenTwoSubgraphsThatRequireEachOther() {
        CIRCLE.ask("{ thing { x } }").answers("""
                        {"thing": {"x": "x(y(z))"}}
                        """).asking("a b a");
        CIRCLE.ask("{ thing { w } }").answers("""
                        {"thing": {"w": "w(x(y(z)))"}}
                        """).asking("a b a b");
    }

    @Test
    void takesWhatTheClientSelectsOnTheWayOfACircle() {
        CIRCLE.ask("{ thing { w z y x } }").answers("""
                        {"thing": {"w": "w(x(y(z)))", "z": "z", "y": "y(z)", "x": "x(y(z))"}}
                        """).asking("a b a b");
    }

    @Test
    void requiresKeysOfObjectsBelow() {
        Federation.of(subgraph("a", """
                                type Query { team: Team }
                                type Team @key(fields: "id") { id: ID! members: [Member!]! }
                                type Member @key(fields: "id") { id: ID! }
                                """, """
                                {"Query": {"team": {"id": "t", "members": [{"id": "1"}, {"id": "2"}]}}}
                                """), subgraph("b", """
                                type Member @key(fields: "id") { id: ID! age: Int }
                                """, """
                                {"Member": [{"id": "1", "age": 30}, {"id": "2", "age": 40}]}
                                """), subgraph("c", """
                                type Team @key(fields: "id") {
                                  id: ID! members: [Member!]! @external summary: String @requires(fields: "members { id age }") }
                                type Member @key(fields: "id") { id: ID! age: Int @external }
                                """, """
                                {"Team": [{"summary": "{members}"}], "Member": [{}]}
                                """))
                .ask("{ team { summary members { id } } }")
                .answers("""
                        {"team": {"summary": "[{\\"id\\":\\"1\\",\\"age\\":30},{\\"id\\":\\"2\\",\\"age\\":40}]",
                          "members": [{"id": "1"}, {"id": "2"}]}}
                        """)
                .asking("a b c");
    }

    @Test
    void reentersTheSubgraphOfTheRootFieldItself() {
        Federation.of(subgraph("a", """
                                type Query { thing: Thing }
                                type Thing @key(fields: "id") {
                                  id: ID! price: Int @external tax: String @requires(fields: "price") }
                                """, """
                                {"Query": {"thing": {"id": "1"}}, "Thing": [{"tax": "of {price}"}]}
                                """), subgraph("b", """
                                type Thing @key(fields: "id") { id: ID! price: Int }
                                """, """
                                {"Thing": [{"id": "1", "price": 8}]}
                                """))
                .ask("{ thing { tax } }")
                .answers("""
                        {"thing": {"tax": "of 8"}}
                        """)
                .asking("a b a");
    }

    @Test
    void sendsNullForARequirementThatFailed() {
        Federation.of(subgraph("a", """
                                type Query { things: [Thing!]! }
                                type Thing @key(fields: "id") { id: ID! price: Int }
                                """, """
                                {"Query": {"things": [{"id": "1", "price": 8}, {"id": "2", "price": "!lost"}]}}
                                """), subgraph("b", """
                                type Thing @key(fields: "id") {
                                  id: ID! price: Int @external tax: String @requires(fields: "price") }
                                """, """
                                {"Thing": [{"tax": "of {price}"}]}
                                """))
                .ask("{ things { tax } }")
                .answersInPart("""
                        {"things": [{"tax": "of 8"}, {"tax": "of null"}]}
                        """, "SUBGRAPH_ERROR things/1");
    }

    @Test
    void sendsNullForARequirementThatNobodyKnows() {
        Federation.of(subgraph("a", """
                                type Query { things: [Thing!]! }
                                type Thing @key(fields: "id") { id: ID! }
                                """, """
                                {"Query": {"things": [{"id": "1"}, {"id": "2"}]}}
                                """), subgraph("b", """
                                type Thing @key(fields: "id") { id: ID! price: Int }
                                """, """
                                {"Thing": [{"id": "1", "price": 8}]}
                                """), subgraph("c", """
                                type Thing @key(fields: "id") {
                                  id: ID! price: Int @external
                                  tax: String @requires(fields: "price") }
                                """, """
                                {"Thing": [{"tax": "of {price}"}]}
                                """))
                .ask("{ things { tax } }")
                .answers("""
                        {"things": [{"tax": "of 8"}, {"tax": "of null"}]}
                        """)
                .asking("a b c");
    }

    @Test
    void asksForNoObjectWhoseRequirementCannotBeNullAndIsNotKnown() {
        Federation.of(subgraph("a", """
                                type Query { things: [Thing!]! }
                                type Thing @key(fields: "id") { id: ID! }
                                """, """
                                {"Query": {"things": [{"id": "1"}, {"id": "2"}]}}
                                """), subgraph("b", """
                                type Thing @key(fields: "id") { id: ID! size: Int! }
                                """, """
                                {"Thing": [{"id": "1", "size": 3}]}
                                """), subgraph("c", """
                                type Thing @key(fields: "id") {
                                  id: ID! size: Int! @external box: String @requires(fields: "size") }
                                """, """
                                {"Thing": [{"box": "of {size}"}]}
                                """))
                .ask("{ things { box } }")
                .answers("""
                        {"things": [{"box": "of 3"}, {"box": null}]}
                        """)
                .sends(2, "[{\"__typename\":\"Thing\",\"id\":\"1\",\"size\":3}]");
    }
}
