package io.lancang.federation.plan;

import static io.lancang.federation.testing.GoldenPlan.assertPlan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Arguments whose values are those of objects above. */
class ContextPlanTest {
    private static final Planning PLANNING = Planning.on("A B", """
            type Query @join__type(graph: A) @join__type(graph: B) {
              carrier: Carrier @join__field(graph: A)
              ship: Ship @join__field(graph: A)
            }
            interface Carrier @join__type(graph: A) { cargo: Cargo }
            type Ship implements Carrier @join__implements(graph: A, interface: "Carrier") @context(name: "b__carrier")
              @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
              id: ID!
              flag: String @join__field(graph: B)
              cargo: Cargo @join__field(graph: A)
            }
            type Train implements Carrier @join__implements(graph: A, interface: "Carrier") @context(name: "b__carrier")
              @join__type(graph: A) @join__type(graph: B) {
              line: String @join__field(graph: A)
              cargo: Cargo @join__field(graph: A)
            }
            type Cargo @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
              id: ID!
              duty(rate: Int): Int @join__field(graph: B, contextArguments: [{context: "b__carrier", name: "by",
                type: "String", selection: "... on Ship { flag } ... on Train { line }"}])
              weight: Int @join__field(graph: B)
            }
            """);

    @Test
    void waitsForTheValueAboveWhereverItIs() {
        assertPlan("""
                query plan, 3 requests
                #0 a {
                  ship {
                    cargo {
                      id # $id
                    }
                    id # $id
                  }
                }
                #1 b after #0 {
                  at ship
                    by Ship (id from $id)
                    {
                      ... on Ship {
                        flag # $flag
                      }
                    }
                }
                #2 b after #1 {
                  at ship/cargo
                    by Cargo (id from $id)
                    with $context0: String = (flag? from $flag) at ship
                    {
                      ... on Cargo {
                        duty(rate:2,by:$context0)
                        weight
                      }
                    }
                }
                """, PLANNING.explain("{ ship { cargo { duty(rate: 2) weight } } }"));
    }

    @Test
    void takesOfEachTypeAboveWhatItSelects() {
        assertPlan("""
                query plan, 3 requests
                #0 a {
                  carrier {
                    cargo {
                      id # $id
                    }
                    __typename
                    ... on Train {
                      line # $line
                    }
                    ... on Ship {
                      id # $id
                    }
                  }
                }
                #1 b after #0 {
                  at carrier
                    by Ship (id from $id)
                    {
                      ... on Ship {
                        flag # $flag
                      }
                    }
                }
                #2 b after #1 {
                  at carrier/cargo
                    by Cargo (id from $id)
                    with $context0: String = (flag? from $flag) at carrier for Ship
                                          or (line? from $line) at carrier for Train
                    {
                      ... on Cargo {
                        duty(by:$context0)
                      }
                    }
                }
                """, PLANNING.explain("{ carrier { cargo { duty } } }"));
    }

    @Test
    void choosesANameThatNoVariableOfTheClientBeginsWith() {
        String plan = PLANNING.explain("query($context: Int, $context0: Int) {"
                + " ship { cargo { duty(rate: $context) other: duty(rate: $context0) } } }");

        assertEquals(2, plan.split("by:\\$context_0", -1).length - 1, plan);
    }

    private static final Planning REQUIRING = Planning.on("A B", """
            type Query @join__type(graph: A) @join__type(graph: B) { ship: Ship @join__field(graph: A) }
            type Ship @join__type(graph: A, key: "id") @join__type(graph: B) @context(name: "b__ship") {
              id: ID! @join__field(graph: A)
              flag: String @join__field(graph: A) @join__field(graph: B, external: true)
              cargo: Cargo @join__field(graph: A)
              fee: Int @join__field(graph: A, requires: "cargo { duty }")
            }
            type Cargo @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
              id: ID!
              duty: Int @join__field(graph: A, external: true) @join__field(graph: B,
                contextArguments: [{context: "b__ship", name: "by", type: "String", selection: "{ flag }"}])
            }
            """);

    @Test
    void sendsARequiredFieldThatTakesAValueFromAbove() {
        assertPlan("""
                query plan, 3 requests
                #0 a {
                  ship {
                    id # $id
                    cargo { # $cargo
                      id # $id
                    }
                    flag # $flag
                  }
                }
                #1 b after #0 {
                  at ship/$cargo
                    by Cargo (id from $id)
                    with $context0: String = (flag? from $flag) at ship
                    {
                      ... on Cargo {
                        duty(by:$context0) # $duty
                      }
                    }
                }
                #2 a after #1 {
                  at ship
                    by Ship (id from $id, cargo? from $cargo (duty? from $duty))
                    {
                      ... on Ship {
                        fee
                      }
                    }
                }
                """, REQUIRING.explain("{ ship { fee } }"));
    }
}
