package io.lancang.federation.feature;

import static io.lancang.federation.feature.DataSubgraph.subgraph;

import org.junit.jupiter.api.Test;

/** The root type of queries as the type of a field further down. */
class QueryBelowRootTest {
    private static final Federation FEDERATION =
            Federation.of(subgraph("orders", """
                    type Query { count: Int orders: [Order!]! lost: Order }
                    type Mutation { place(item: ID!): Placed clear: Placed }
                    type Placed { ok: Boolean query: Query note: String }
                    type Order @key(fields: "id") { id: ID! query: Query! }
                    """, """
                    {"Query": {"count": 2, "orders": "@Order", "lost": null},
                     "Mutation": {"place": {"ok": true, "query": {}, "note": "for {$item}"}, "clear": {"ok": false, "query": null}},
                     "Order": [{"id": "1", "query": {}}, {"id": "2", "query": {}}]}
                    """), subgraph("users", """
                    type Query { me: User page(n: Int!): Page fails: String }
                    type User @key(fields: "id") { id: ID! name: String query: Query }
                    type Page { n: Int next: Query }
                    """, """
                    {"Query": {"me": "@User[0]", "page": {"n": "{$n}", "next": {}}, "fails": "!no"},
                     "User": [{"id": "u", "name": "Li", "query": {}}]}
                    """), subgraph("points", """
                    type User @key(fields: "id") { id: ID! points: Int }
                    type Query { top: Int }
                    """, """
                    {"Query": {"top": 99}, "User": [{"id": "u", "points": 7}]}
                    """));

    @Test
    void asksAnySubgraphForRootFieldsAfterAMutation() {
        FEDERATION
                .ask("mutation { place(item: \"x\") { ok query { count me { name points } } } }")
                .answers("""
                        {"place": {"ok": true, "query": {"count": 2, "me": {"name": "Li", "points": 7}}}}
                        """)
                .planned("""
                        mutation plan, 3 requests
                        #0 orders {
                          place(item:"x") {
                            ok
                            query {
                              count
                              __typename
                            }
                          }
                        }
                        #1 users after #0 at place/query {
                          me {
                            name
                            id # $id
                          }
                        }
                        #2 points after #1 {
                          at place/query/me
                            by User (id from $id)
                            {
                              ... on User {
                                points
                              }
                            }
                        }
                        """)
                .sends(1, "\"{me{name id}}\"");
    }

    @Test
    void asksNobodyWhereTheFieldIsNull() {
        FEDERATION
                .ask("mutation { clear { ok query { me { name } } } }")
                .answers("""
                        {"clear": {"ok": false, "query": null}}
                        """)
                .asking("orders");
    }

    @Test
    void asksOneAfterTheOtherWhereQueriesNest() {
        FEDERATION
                .ask("{ me { query { count me { query { top __typename } } } } }")
                .answers("""
                        {"me": {"query": {"count": 2, "me": {"query": {"top": 99, "__typename": "Query"}}}}}
                        """)
                .asking("users orders points");
    }

    @Test
    void asksOnceForAllObjectsOfAList() {
        FEDERATION
                .ask("{ orders { id query { me { name } count } } }")
                .answers("""
                        {"orders": [{"id": "1", "query": {"me": {"name": "Li"}, "count": 2}},
                                    {"id": "2", "query": {"me": {"name": "Li"}, "count": 2}}]}
                        """)
                .asking("orders users");
    }

    @Test
    void asksAfterAllMutationsThatOneSubgraphCarriesOutTogether() {
        FEDERATION.ask("""
                        mutation { a: place(item: "1") { query { top } note } b: clear { query { top } }
                          c: place(item: "2") { query { top } note } }
                        """).answers("""
                        {"a": {"query": {"top": 99}, "note": "for 1"}, "b": {"query": null},
                         "c": {"query": {"top": 99}, "note": "for 2"}}
                        """).asking("orders points points");
    }

    @Test
    void refusesQuestionsAboutTheSchemaBelowTheRoot() {
        FEDERATION.ask("{ me { query { __schema { queryType { name } } } } }").isRefused("BAD_USER_INPUT", "__schema");
    }

    @Test
    void takesArgumentsAndConditionsAlong() {
        Federation with = FEDERATION.with("{\"n\": 5, \"yes\": true, \"no\": false}");
        String query = """
                query($n: Int!, $yes: Boolean!, $no: Boolean!) {
                  page(n: $n) { next { me @include(if: $no) { name } count @include(if: $yes) page(n: $n) { n } } } }
                """;
        with.ask(query).answers("""
                        {"page": {"next": {"count": 2, "page": {"n": 5}}}}
                        """).asking("users orders");
    }

    @Test
    void reportsAnErrorWhereTheClientSeesIt() {
        FEDERATION
                .ask("{ orders { query { fails } } }")
                .answersInPart("""
                        {"orders": [{"query": {"fails": null}}, {"query": {"fails": null}}]}
                        """, "SUBGRAPH_ERROR orders/0/query/fails", "SUBGRAPH_ERROR orders/1/query/fails");
    }
}
