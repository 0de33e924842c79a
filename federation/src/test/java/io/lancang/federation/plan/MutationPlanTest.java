package io.lancang.federation.plan;

import static io.lancang.federation.testing.GoldenPlan.assertPlan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.plan.query.PlanningException;
import org.junit.jupiter.api.Test;

/** Mutations run in the client's order, across subgraphs too. */
class MutationPlanTest {
    static final Planning PLANNING = Planning.withMutations("A B", """
            type Query @join__type(graph: A) @join__type(graph: B) { flow: Flow @join__field(graph: A) }
            type Mutation @join__type(graph: A) @join__type(graph: B) {
              load(file: String): Flow @join__field(graph: A)
              drop: Int @join__field(graph: A)
              index: Int @join__field(graph: B)
            }
            type Flow @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
              id: ID!
              note: String @join__field(graph: A)
              value: Float @join__field(graph: B)
            }
            """);

    /** Fields that several subgraphs have, of objects of which they know different fields. */
    private static final Planning SHARED = Planning.withMutations("A B C", """
            type Query @join__type(graph: A) @join__type(graph: B) @join__type(graph: C) { flows: Int @join__field(graph: A) }
            type Mutation @join__type(graph: A) @join__type(graph: B) @join__type(graph: C) {
              load: Load @join__field(graph: A) @join__field(graph: B)
              check: Int @join__field(graph: B) @join__field(graph: C)
              drop: Int @join__field(graph: A)
              flow: Flow @join__field(graph: A) @join__field(graph: B)
            }
            type Load @join__type(graph: A) @join__type(graph: B) {
              note: String @join__field(graph: A) @join__field(graph: B)
              lines: Int @join__field(graph: B)
            }
            type Flow @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
              id: ID!
              value: Float @join__field(graph: B)
            }
            """);

    @Test
    void sendsConsecutiveFieldsOfOneSubgraphTogether() {
        assertPlan("""
                mutation plan, 1 request
                #0 a {
                  load(file:"f") {
                    note
                  }
                  drop
                }
                """, PLANNING.explain("mutation { load(file: \"f\") { note } drop }"));
    }

    @Test
    void completesOneFieldBeforeTheNextOfAnotherSubgraph() {
        assertPlan("""
                mutation plan, 4 requests
                #0 a {
                  a: load {
                    id # $id
                  }
                }
                #1 b after #0 {
                  at a
                    by Flow (id from $id)
                    {
                      ... on Flow {
                        value
                      }
                    }
                }
                #2 b after #1 {
                  index
                }
                #3 a after #2 {
                  b: load {
                    note
                  }
                }
                """, PLANNING.explain("mutation { a: load { value } index b: load { note } }"));
    }

    /** It runs once, where it stands first, with all that is selected of it anywhere. */
    @Test
    void sendsAFieldOnceThatStandsTwice() {
        assertPlan("""
                mutation plan, 3 requests
                #0 a {
                  load {
                    note
                    id # $id
                  }
                }
                #1 b after #0 {
                  at load
                    by Flow (id from $id)
                    {
                      ... on Flow {
                        value
                      }
                    }
                }
                #2 b after #1 {
                  index
                }
                """, PLANNING.explain("mutation { load { note } index load { value } }"));
    }

    @Test
    void asksNobodyForTheTypeOfMutations() {
        assertPlan("""
                mutation plan, 1 request
                #0 a {
                  drop
                }
                """, PLANNING.explain("mutation { __typename drop }"));
    }

    @Test
    void takesTheConditionsOfAFragmentToItsFields() {
        assertPlan("""
                mutation plan, 2 requests
                #0 a @include(if: $x) {
                  drop
                }
                #1 b after #0 {
                  index
                }
                """, PLANNING.explain("mutation($x: Boolean!) { ... @include(if: $x) { drop } index }"));
    }

    @Test
    void sendsFieldsTogetherOnlyWhereOneSubgraphHasThemAll() {
        assertPlan("""
                mutation plan, 2 requests
                #0 b {
                  load {
                    note
                  }
                  check
                }
                #1 a after #0 {
                  drop
                }
                """, SHARED.explain("mutation { load { note } check drop }"));
    }

    @Test
    void sendsAFieldToTheSubgraphThatHasWhatIsSelectedOfIt() {
        assertPlan("""
                mutation plan, 1 request
                #0 b {
                  load {
                    note
                    lines
                  }
                }
                """, SHARED.explain("mutation { load { note lines } }"));
    }

    @Test
    void sendsAFieldToTheSubgraphThatNeedsNoOther() {
        assertPlan("""
                mutation plan, 1 request
                #0 b {
                  flow {
                    value
                  }
                }
                """, SHARED.explain("mutation { flow { value } }"));
    }

    /** As a subgraph of Federation 1 may have it: the field is said to be another's, and nobody's it is. */
    @Test
    void refusesAFieldThatNoSubgraphGivesWithItsPath() {
        Planning planning = PLANNING.changed(text ->
                text.replace("drop: Int @join__field(graph: A)", "drop: Int @join__field(graph: A, external: true)"));

        PlanningException refused =
                assertThrows(PlanningException.class, () -> planning.explain("mutation { load { note } drop }"));

        assertEquals(ErrorCode.SATISFIABILITY_ERROR.name(), refused.error().code());
        assertTrue(refused.error().message().contains("drop"), refused.error().message());
    }
}
