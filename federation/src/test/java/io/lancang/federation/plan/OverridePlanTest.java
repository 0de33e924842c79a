package io.lancang.federation.plan;

import static io.lancang.federation.testing.GoldenPlan.assertPlan;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** {@code @override}, at once or by and by. */
class OverridePlanTest {
    private static final Planning PLANNING = Planning.on("A B", """
            type Query @join__type(graph: A) @join__type(graph: B) { flow: Flow @join__field(graph: A) }
            type Flow @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
              id: ID!
              value: Float @join__field(graph: A, usedOverridden: true) @join__field(graph: B, override: "a")
              unit: String @join__field(graph: A, overrideLabel: "percent(5)")
                @join__field(graph: B, override: "a", overrideLabel: "percent(5)")
            }
            """);

    @Test
    void asksTheSubgraphThatTookAFieldOver() {
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
                      }
                    }
                }
                """, PLANNING.explain("{ flow { value } }"));
    }

    @Test
    void leavesAFieldWhereItWasWhileTheLabelIsNotInForce() {
        assertPlan("""
                query plan, 1 request
                #0 a {
                  flow {
                    unit
                  }
                }
                """, PLANNING.explain("{ flow { unit } }"));
    }

    @Test
    void movesAFieldWhereTheLabelIsInForce() {
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
                        unit
                      }
                    }
                }
                """, PLANNING.explain("{ flow { unit } }", Set.of("percent(5)")));
    }
}
