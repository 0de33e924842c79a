package io.lancang.federation.plan;

import static io.lancang.federation.testing.GoldenPlan.assertPlan;

import org.junit.jupiter.api.Test;

/** {@code @include} and {@code @skip} by variables. */
class ConditionsPlanTest {
    static final Planning PLANNING = Planning.on("A B", """
            type Query @join__type(graph: A) @join__type(graph: B) { flow: Flow @join__field(graph: A)  zone: String @join__field(graph: B) }
            type Flow @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
              id: ID!
              note: String @join__field(graph: A)
              unit: Unit @join__field(graph: A)
              value: Float @join__field(graph: B)
              share: Float @join__field(graph: B)
            }
            type Unit @join__type(graph: A) { name: String symbol: String }
            """);

    @Test
    void leavesOutARequestWhoseFieldsAreAllExcluded() {
        assertPlan("""
                query plan, 2 requests
                #0 a {
                  flow {
                    note
                    id @include(if: $x) # $id
                  }
                }
                #1 b after #0 {
                  at flow @include(if: $x)
                    by Flow (id from $id)
                    {
                      ... on Flow {
                        value
                      }
                    }
                }
                """, PLANNING.explain("query ($x: Boolean!) { flow { note value @include(if: $x) } }"));
    }

    @Test
    void asksARequestsFieldsUnderTheirOwnConditions() {
        assertPlan("""
                query plan, 2 requests
                #0 a {
                  flow {
                    id # $id
                  }
                }
                #1 b after #0 {
                  at flow
                    by Flow (id from $id)
                    {
                      ... on Flow {
                        value
                        share @skip(if: $x)
                      }
                    }
                }
                """, PLANNING.explain("query ($x: Boolean!) { flow { value share @skip(if: $x) } }"));
    }

    @Test
    void leavesOutARootRequestByItsCondition() {
        assertPlan("""
                query plan, 2 requests
                #0 a {
                  flow {
                    note
                  }
                }
                #1 b @include(if: $x) {
                  zone
                }
                """, PLANNING.explain("query ($x: Boolean!) { flow { note } ... @include(if: $x) { zone } }"));
    }

    @Test
    void writesAConditionOnceAtTheTopOfWhatItCovers() {
        assertPlan(
                """
                query plan, 1 request
                #0 a {
                  flow {
                    note
                    unit @include(if: $x) {
                      name
                      symbol
                    }
                  }
                }
                """, PLANNING.explain("query ($x: Boolean!) { flow { note unit @include(if: $x) { name symbol } } }"));
    }

    @Test
    void bringsAnObjectWhoseFieldsMayAllBeExcluded() {
        assertPlan("""
                query plan, 1 request
                #0 a {
                  flow {
                    unit {
                      name @include(if: $x)
                      __typename
                    }
                  }
                }
                """, PLANNING.explain("query ($x: Boolean!) { flow { unit { name @include(if: $x) } } }"));
    }

    @Test
    void asksOnceWithoutConditionForWhatIsSelectedBothWithAndWithoutOne() {
        assertPlan("""
                query plan, 1 request
                #0 a {
                  flow {
                    note
                    unit {
                      name
                    }
                  }
                }
                """, PLANNING.explain("query ($x: Boolean!) { flow { note @include(if: $x) unit { name } note } }"));
    }

    @Test
    void keepsTwoConditionsOfOneFieldApart() {
        assertPlan(
                """
                query plan, 1 request
                #0 a {
                  flow {
                    unit @include(if: $x) {
                      name
                    }
                    unit @skip(if: $y) {
                      symbol
                    }
                    __typename
                  }
                }
                """,
                PLANNING.explain(
                        "query ($x: Boolean!, $y: Boolean!) { flow { unit @include(if: $x) { name } unit @skip(if: $y) { symbol } } }"));
    }

    @Test
    void asksNothingForWhatContradictoryConditionsExclude() {
        assertPlan(
                """
                query plan, 1 request
                #0 a @include(if: $x) {
                  flow {
                    note
                  }
                }
                """,
                PLANNING.explain(
                        "query ($x: Boolean!) { flow @include(if: $x) { note unit @skip(if: $x) { name } } }"));
    }

    /** An import is sent for its value alone, whatever is asked of exports. */
    @Test
    void sendsObjectsOfEachTypeUnderTheConditionsOfWhatIsAskedOfThatType() {
        Planning planning = Planning.on("A B", """
                type Query @join__type(graph: A) @join__type(graph: B) { flows: [Trade] @join__field(graph: A) }
                union Trade @join__type(graph: A) @join__unionMember(graph: A, member: "Import")
                  @join__unionMember(graph: A, member: "Export") = Import | Export
                type Import @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
                  id: ID!
                  value: Float @join__field(graph: B)
                }
                type Export @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
                  id: ID!
                  weight: Float @join__field(graph: B)
                }
                """);

        assertPlan("""
                query plan, 2 requests
                #0 a {
                  flows {
                    __typename
                    ... on Import {
                      id @include(if: $x) # $id
                    }
                    ... on Export {
                      id @include(if: $y) # $id
                    }
                  }
                }
                #1 b after #0 {
                  at flows @include(if: $x) or @include(if: $y)
                    by Import (id from $id) @include(if: $x)
                    by Export (id from $id) @include(if: $y)
                    {
                      ... on Import {
                        value @include(if: $x)
                      }
                      ... on Export {
                        weight @include(if: $y)
                      }
                    }
                }
                """, planning.explain("""
                query ($x: Boolean!, $y: Boolean!) {
                  flows { ... on Import { value @include(if: $x) } ... on Export { weight @include(if: $y) } }
                }
                """));
    }
}
