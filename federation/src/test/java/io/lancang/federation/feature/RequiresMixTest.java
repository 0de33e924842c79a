package io.lancang.federation.feature;

import static io.lancang.federation.feature.DataSubgraph.subgraph;

import io.lancang.federation.testing.TestSubgraph;
import org.junit.jupiter.api.Test;

/** Requirements together with arguments, conditions, provided fields and mutations. */
class RequiresMixTest {
    private static final TestSubgraph GOODS = subgraph("goods", """
            type Query { good: Good goods: [Good!]! }
            type Mutation { change(price: Int!): Good }
            type Good @key(fields: "id") { id: ID! price(in: String!): Int name: String }
            """, """
            {"Query": {"good": "@Good[0]", "goods": "@Good"}, "Mutation": {"change": {"id": "1", "price": {"$by": "in", "CNY": 7, "LAK": 14000}}},
             "Good": [{"id": "1", "price": {"$by": "in", "CNY": 7, "LAK": 14000}, "name": "tea"},
                      {"id": "2", "price": {"$by": "in", "CNY": 8, "LAK": 16000}, "name": "rice"}]}
            """);

    private static final TestSubgraph TAXES = subgraph("taxes", """
            type Good @key(fields: "id") {
              id: ID! price(in: String!): Int @external weight: Int @external
              yuan: String @requires(fields: "price(in: \\"CNY\\")")
              kip: String @requires(fields: "price(in: \\"LAK\\")")
              both: String @requires(fields: "weight price(in: \\"CNY\\")")
              plain: String
              scaled(by: Int): String @requires(fields: "weight")
            }
            """, """
            {"Good": [{"yuan": "¥{price}", "kip": "₭{price}", "both": "{weight}kg ¥{price}", "plain": "plain", "scaled": "{weight}*{$by}"}]}
            """);

    private static final TestSubgraph WEIGHTS = subgraph("weights", """
            type Good @key(fields: "id") { id: ID! weight: Int }
            """, """
            {"Good": [{"id": "1", "weight": 3}, {"id": "2", "weight": 4}]}
            """);

    private static final Federation FEDERATION = Federation.of(GOODS, TAXES, WEIGHTS);

    @Test
    void sendsRequirementsThatDifferInTheirArgumentsApart() {
        FEDERATION.ask("{ goods { yuan kip } }").answers("""
                        {"goods": [{"yuan": "¥7", "kip": "₭14000"}, {"yuan": "¥8", "kip": "₭16000"}]}
                        """).asking("goods taxes");
    }

    @Test
    void keepsTheClientsArgumentsFromTheRequirements() {
        FEDERATION
                .ask("{ good { price(in: \"LAK\") yuan kip plain } }")
                .answers("""
                        {"good": {"price": 14000, "yuan": "¥7", "kip": "₭14000", "plain": "plain"}}
                        """)
                .asking("goods taxes");
    }

    @Test
    void sharesARequestBetweenRequirementsThatAgree() {
        FEDERATION.ask("{ good { both yuan } }").answers("""
                        {"good": {"both": "3kg ¥7", "yuan": "¥7"}}
                        """).asking("goods weights taxes");
    }

    @Test
    void asksForOneFieldTwiceWithOneRequirement() {
        FEDERATION
                .ask("{ good { a: scaled(by: 2) b: scaled(by: 3) } }")
                .answers("""
                        {"good": {"a": "3*2", "b": "3*3"}}
                        """)
                .asking("goods weights taxes");
    }

    @Test
    void gathersNoRequirementOfAFieldThatIsExcluded() {
        String query =
                "query($yes: Boolean!, $no: Boolean!) { good { name both @include(if: $yes) scaled(by: 1) @skip(if: $no) } }";
        FEDERATION
                .with("{\"yes\": false, \"no\": true}")
                .ask(query)
                .answers("{\"good\": {\"name\": \"tea\"}}")
                .asking("goods");
        FEDERATION
                .with("{\"yes\": false, \"no\": false}")
                .ask(query)
                .answers("{\"good\": {\"name\": \"tea\", \"scaled\": \"3*1\"}}")
                .asking("goods weights taxes");
        FEDERATION
                .with("{\"yes\": true, \"no\": true}")
                .ask(query)
                .answers("{\"good\": {\"name\": \"tea\", \"both\": \"3kg ¥7\"}}")
                .asking("goods weights taxes");
    }

    @Test
    void plansARequirementForWhenItsFieldIsNeeded() {
        FEDERATION
                .with("{\"yes\": true}")
                .ask("query($yes: Boolean!) { good { plain both @include(if: $yes) } }")
                .answers("{\"good\": {\"plain\": \"plain\", \"both\": \"3kg ¥7\"}}")
                .planned("""
                        query plan, 3 requests
                        #0 goods {
                          good {
                            id # $id
                            price(in:"CNY") @include(if: $yes) # $price(in:"CNY")
                          }
                        }
                        #1 weights after #0 {
                          at good @include(if: $yes)
                            by Good (id from $id)
                            {
                              ... on Good {
                                weight # $weight
                              }
                            }
                        }
                        #2 taxes after #1 {
                          at good
                            by Good (id from $id, weight? @include(if: $yes) from $weight, price? @include(if: $yes) from $price(in:"CNY"))
                            {
                              ... on Good {
                                plain
                                both @include(if: $yes)
                              }
                            }
                        }
                        """);
        FEDERATION
                .with("{\"yes\": false}")
                .ask("query($yes: Boolean!) { good { plain both @include(if: $yes) } }")
                .answers("{\"good\": {\"plain\": \"plain\"}}")
                .asking("goods taxes");
    }

    @Test
    void gathersRequirementsAfterAMutation() {
        FEDERATION
                .ask("mutation { change(price: 7) { yuan both } }")
                .answers("""
                        {"change": {"yuan": "¥7", "both": "3kg ¥7"}}
                        """)
                .asking("goods weights taxes");
    }

    private static final Federation PROVIDED = Federation.of(subgraph("a", """
                    type Query { offers: [Offer!]! }
                    type Offer { good: Good @provides(fields: "price") other: Good }
                    type Good @key(fields: "id") { id: ID! price: Int @external tax: String @requires(fields: "price") }
                    """, """
                    {"Query": {"offers": [{"good": {"id": "1", "price": 5, "tax": "local {price}"}, "other": {"id": "1"}}]}, "Good": [{"tax": "sent {price}"}]}
                    """), subgraph("b", """
                    type Good @key(fields: "id") { id: ID! price: Int @shareable }
                    """, """
                    {"Good": [{"id": "1", "price": 6}]}
                    """));

    @Test
    void asksAtOnceWhereWhatIsRequiredIsProvided() {
        PROVIDED.ask("{ offers { good { tax } } }").answers("""
                        {"offers": [{"good": {"tax": "local 5"}}]}
                        """).asking("a");
    }

    @Test
    void gathersWhatIsRequiredWhereItIsNotProvided() {
        PROVIDED.ask("{ offers { other { tax } } }").answers("""
                        {"offers": [{"other": {"tax": "sent 6"}}]}
                        """).asking("a b a");
    }
}
