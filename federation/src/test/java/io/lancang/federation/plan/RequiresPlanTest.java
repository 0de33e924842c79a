package io.lancang.federation.plan;

import static io.lancang.federation.testing.GoldenPlan.assertPlan;

import org.junit.jupiter.api.Test;

/** {@code @requires}, {@code @provides} and {@code @external}. */
class RequiresPlanTest {
    static final Planning TRADE = Planning.on("CORRIDOR TRADE RISK", """
            type Query @join__type(graph: CORRIDOR) @join__type(graph: TRADE) @join__type(graph: RISK) {
              corridor: Corridor @join__field(graph: CORRIDOR)
              busiest: Corridor @join__field(graph: TRADE)
              riskiest: Corridor @join__field(graph: RISK, provides: "status")
            }
            type Corridor @join__type(graph: CORRIDOR, key: "id") @join__type(graph: TRADE, key: "id")
              @join__type(graph: RISK, key: "id") {
              id: ID!
              status: String @join__field(graph: CORRIDOR) @join__field(graph: RISK, external: true)
              openedOn: String @join__field(graph: CORRIDOR) @join__field(graph: TRADE, external: true)
              length(unit: String): Float @join__field(graph: CORRIDOR) @join__field(graph: TRADE, external: true)
              partners: [Partner!]! @join__field(graph: CORRIDOR) @join__field(graph: TRADE, external: true)
              flows: Int @join__field(graph: TRADE)
              tradeServed: Float @join__field(graph: TRADE, requires: "openedOn partners { code }")
              density: Float @join__field(graph: TRADE, requires: "length(unit: \\"km\\")")
              risk: Float @join__field(graph: RISK, requires: "tradeServed")
              loopA: Int @join__field(graph: TRADE, requires: "loopB") @join__field(graph: RISK, external: true)
              loopB: Int @join__field(graph: RISK) @join__field(graph: TRADE, external: true)
            }
            type Partner @join__type(graph: CORRIDOR, key: "code") @join__type(graph: TRADE, key: "code") {
              code: ID!
              name: String @join__field(graph: TRADE)
            }
            """);

    @Test
    void sendsWhatAFieldRequiresInTheRepresentation() {
        assertPlan("""
                query plan, 2 requests
                #0 corridor {
                  corridor {
                    id # $id
                    openedOn # $openedOn
                    partners { # $partners
                      code # $code
                    }
                  }
                }
                #1 trade after #0 {
                  at corridor
                    by Corridor (id from $id, openedOn? from $openedOn, partners from $partners (code from $code))
                    {
                      ... on Corridor {
                        tradeServed
                      }
                    }
                }
                """, TRADE.explain("{ corridor { tradeServed } }"));
    }

    @Test
    void leavesTheSubgraphAndReturnsForWhatAFieldRequires() {
        assertPlan("""
                query plan, 3 requests
                #0 trade {
                  busiest {
                    id # $id
                  }
                }
                #1 corridor after #0 {
                  at busiest
                    by Corridor (id from $id)
                    {
                      ... on Corridor {
                        openedOn # $openedOn
                        partners { # $partners
                          code # $code
                        }
                      }
                    }
                }
                #2 trade after #1 {
                  at busiest
                    by Corridor (id from $id, openedOn? from $openedOn, partners from $partners (code from $code))
                    {
                      ... on Corridor {
                        tradeServed
                      }
                    }
                }
                """, TRADE.explain("{ busiest { tradeServed } }"));
    }

    @Test
    void takesTheOtherFieldsOfTheSubgraphWithTheRequiringOnes() {
        assertPlan("""
                query plan, 2 requests
                #0 corridor {
                  corridor {
                    id # $id
                    length(unit:"km") # $length(unit:"km")
                    openedOn # $openedOn
                    partners { # $partners
                      code # $code
                    }
                  }
                }
                #1 trade after #0 {
                  at corridor
                    by Corridor (id from $id, length? from $length(unit:"km"), openedOn? from $openedOn, partners from $partners (code from $code))
                    {
                      ... on Corridor {
                        flows
                        density
                        tradeServed
                      }
                    }
                }
                """, TRADE.explain("{ corridor { flows tradeServed density } }"));
    }

    @Test
    void followsARequirementThatRequiresFieldsItself() {
        assertPlan("""
                query plan, 3 requests
                #0 corridor {
                  corridor {
                    id # $id
                    openedOn # $openedOn
                    partners { # $partners
                      code # $code
                    }
                  }
                }
                #1 trade after #0 {
                  at corridor
                    by Corridor (id from $id, openedOn? from $openedOn, partners from $partners (code from $code))
                    {
                      ... on Corridor {
                        tradeServed # $tradeServed
                      }
                    }
                }
                #2 risk after #1 {
                  at corridor
                    by Corridor (id from $id, tradeServed? from $tradeServed)
                    {
                      ... on Corridor {
                        risk
                      }
                    }
                }
                """, TRADE.explain("{ corridor { risk } }"));
    }

    @Test
    void keepsTheRequiredArgumentsApartFromTheClients() {
        assertPlan("""
                query plan, 2 requests
                #0 corridor {
                  corridor {
                    length(unit:"mi")
                    id # $id
                    length_1: length(unit:"km") # $length(unit:"km")
                  }
                }
                #1 trade after #0 {
                  at corridor
                    by Corridor (id from $id, length? from $length(unit:"km"))
                    {
                      ... on Corridor {
                        density
                      }
                    }
                }
                """, TRADE.explain("{ corridor { length(unit: \"mi\") density } }"));
    }

    @Test
    void sharesARequiredFieldWithTheClientThatSelectsItToo() {
        assertPlan("""
                query plan, 2 requests
                #0 corridor {
                  corridor {
                    opened: openedOn
                    partners {
                      code
                    }
                    id # $id
                  }
                }
                #1 trade after #0 {
                  at corridor/partners
                    by Partner (code)
                    {
                      ... on Partner {
                        name
                      }
                    }
                  at corridor
                    by Corridor (id from $id, openedOn? from opened, partners (code))
                    {
                      ... on Corridor {
                        tradeServed
                      }
                    }
                }
                """, TRADE.explain("{ corridor { opened: openedOn tradeServed partners { code name } } }"));
    }

    @Test
    void takesAnExternalFieldWhereItIsProvided() {
        assertPlan("""
                query plan, 1 request
                #0 risk {
                  riskiest {
                    status
                  }
                }
                """, TRADE.explain("{ riskiest { status } }"));
    }

    @Test
    void asksTheOwnerOfAnExternalFieldThatIsNotProvided() {
        assertPlan("""
                query plan, 2 requests
                #0 trade {
                  busiest {
                    id # $id
                  }
                }
                #1 corridor after #0 {
                  at busiest
                    by Corridor (id from $id)
                    {
                      ... on Corridor {
                        status
                      }
                    }
                }
                """, TRADE.explain("{ busiest { status } }"));
    }

    @Test
    void readsARequirementFromTheSubgraphThatHasIt() {
        assertPlan("""
                query plan, 3 requests
                #0 corridor {
                  corridor {
                    id # $id
                  }
                }
                #1 risk after #0 {
                  at corridor
                    by Corridor (id from $id)
                    {
                      ... on Corridor {
                        loopB # $loopB
                      }
                    }
                }
                #2 trade after #1 {
                  at corridor
                    by Corridor (id from $id, loopB? from $loopB)
                    {
                      ... on Corridor {
                        loopA
                      }
                    }
                }
                """, TRADE.explain("{ corridor { loopA } }"));
    }

    @Test
    void bringsAndSendsWhatIsRequiredOnlyWhereTheFieldIsAskedFor() {
        assertPlan(
                """
                query plan, 2 requests
                #0 corridor {
                  corridor {
                    __typename
                    id @include(if: $x) # $id
                    id @include(if: $y) # $id
                    length(unit:"km") @include(if: $x) # $length(unit:"km")
                    openedOn @include(if: $y) # $openedOn
                    partners @include(if: $y) { # $partners
                      code # $code
                    }
                  }
                }
                #1 trade after #0 {
                  at corridor @include(if: $x) or @include(if: $y)
                    by Corridor (id from $id, length? @include(if: $x) from $length(unit:"km"), openedOn? @include(if: $y) from $openedOn, partners @include(if: $y) from $partners (code @include(if: $y) from $code))
                    {
                      ... on Corridor {
                        density @include(if: $x)
                        tradeServed @include(if: $y)
                      }
                    }
                }
                """,
                TRADE.explain(
                        "query ($x: Boolean!, $y: Boolean!) { corridor { density @include(if: $x) tradeServed @include(if: $y) } }"));
    }

    private static final Planning OFFERS = Planning.on("SHOP TAX", """
            type Query @join__type(graph: SHOP) @join__type(graph: TAX) { offer: Offer @join__field(graph: SHOP) }
            type Offer @join__type(graph: SHOP, key: "id") @join__type(graph: TAX, key: "id") {
              id: ID!
              price(currency: String): Float @join__field(graph: SHOP) @join__field(graph: TAX, external: true)
              tax: Float @join__field(graph: TAX, requires: "price(currency: \\"EUR\\")")
              duty: Float @join__field(graph: TAX, requires: "price(currency: \\"CNY\\")")
            }
            """);

    @Test
    void sendsTwoRepresentationsWhereOneFieldIsRequiredWithDifferentArguments() {
        assertPlan("""
                query plan, 2 requests
                #0 shop {
                  offer {
                    id # $id
                    price(currency:"EUR") # $price(currency:"EUR")
                    price_1: price(currency:"CNY") # $price(currency:"CNY")
                  }
                }
                #1 tax after #0 {
                  at offer
                    by Offer (id from $id, price? from $price(currency:"EUR"))
                    {
                      ... on Offer {
                        tax
                      }
                    }
                  at offer
                    by Offer (id from $id, price? from $price(currency:"CNY"))
                    {
                      ... on Offer {
                        duty
                      }
                    }
                }
                """, OFFERS.explain("{ offer { tax duty } }"));
    }

    /** JSON has room for a field once, whatever the field set says of it. */
    @Test
    void sendsOnceWhatIsRequiredOfAnInterfaceAndOfOneOfItsTypes() {
        Planning planning = Planning.on("A B", """
                type Query @join__type(graph: A) @join__type(graph: B) { plan: Plan @join__field(graph: A) }
                type Plan @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
                  id: ID!
                  place: Place @join__field(graph: A) @join__field(graph: B, external: true)
                  text: String @join__field(graph: B, requires: "place { name ... on Port { name depth } }")
                }
                interface Place @join__type(graph: A) @join__type(graph: B) { name: String }
                type Port implements Place @join__type(graph: A) @join__type(graph: B)
                  @join__implements(graph: A, interface: "Place") @join__implements(graph: B, interface: "Place") {
                  name: String depth: Int
                }
                type City implements Place @join__type(graph: A) @join__type(graph: B)
                  @join__implements(graph: A, interface: "Place") @join__implements(graph: B, interface: "Place") {
                  name: String
                }
                """);

        assertPlan("""
                query plan, 2 requests
                #0 a {
                  plan {
                    id # $id
                    place { # $place
                      __typename
                      ... on Port {
                        name # $name
                        depth # $depth
                      }
                      ... on City {
                        name # $name
                      }
                    }
                  }
                }
                #1 b after #0 {
                  at plan
                    by Plan (id from $id, place? from $place (__typename, for Port (name? from $name, depth? from $depth), for City (name? from $name)))
                    {
                      ... on Plan {
                        text
                      }
                    }
                }
                """, planning.explain("{ plan { text } }"));
    }

    /** Nor if one field requires it of the interface and another of the type. */
    @Test
    void callsTwiceForWhatOneFieldRequiresOfAnInterfaceAndAnotherOfOneOfItsTypes() {
        Planning planning = Planning.on("A B", """
                type Query @join__type(graph: A) @join__type(graph: B) { plan: Plan @join__field(graph: A) }
                type Plan @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
                  id: ID!
                  place: Place @join__field(graph: A) @join__field(graph: B, external: true)
                  title: String @join__field(graph: B, requires: "place { name }")
                  depth: Int @join__field(graph: B, requires: "place { ... on Port { name } }")
                }
                interface Place @join__type(graph: A) @join__type(graph: B) { name: String }
                type Port implements Place @join__type(graph: A) @join__type(graph: B)
                  @join__implements(graph: A, interface: "Place") @join__implements(graph: B, interface: "Place") {
                  name: String
                }
                """);

        assertPlan("""
                query plan, 2 requests
                #0 a {
                  plan {
                    id # $id
                    place { # $place
                      __typename
                      name # $name
                    }
                  }
                }
                #1 b after #0 {
                  at plan
                    by Plan (id from $id, place? from $place (__typename, name? from $name))
                    {
                      ... on Plan {
                        title
                      }
                    }
                  at plan
                    by Plan (id from $id, place? from $place (__typename, for Port (name? from $name)))
                    {
                      ... on Plan {
                        depth
                      }
                    }
                }
                """, planning.explain("{ plan { title depth } }"));
    }

    @Test
    void asksForRequiredFieldsThatClientsDoNotSeeWithTheirArguments() {
        Planning hidden = Planning.on("CORRIDOR TRADE", """
            type Query @join__type(graph: CORRIDOR) @join__type(graph: TRADE) {
              corridor: Corridor @join__field(graph: CORRIDOR)
            }
            type Corridor @join__type(graph: CORRIDOR, key: "id") @join__type(graph: TRADE, key: "id") {
              id: ID!
              survey(unit: Unit! = KM, by: Office @inaccessible): Survey @inaccessible @join__field(graph: CORRIDOR)
                @join__field(graph: TRADE, external: true)
              density: Float @join__field(graph: TRADE, requires: "survey(unit: MILE, by: {code: \\"r\\"}) { length }")
            }
            type Survey @inaccessible @join__type(graph: CORRIDOR) @join__type(graph: TRADE) {
              length: Float @join__field(graph: CORRIDOR) @join__field(graph: TRADE, external: true)
            }
            enum Unit @inaccessible @join__type(graph: CORRIDOR) @join__type(graph: TRADE) {
              KM @join__enumValue(graph: CORRIDOR) @join__enumValue(graph: TRADE)
              MILE @join__enumValue(graph: CORRIDOR) @join__enumValue(graph: TRADE)
            }
            input Office @inaccessible @join__type(graph: CORRIDOR) @join__type(graph: TRADE) {
              code: ID!
            }
            """);
        assertPlan("""
                query plan, 2 requests
                #0 corridor {
                  corridor {
                    id # $id
                    survey(unit:MILE,by:{code:"r"}) { # $survey(unit:MILE,by:{code:"r"})
                      length # $length
                    }
                  }
                }
                #1 trade after #0 {
                  at corridor
                    by Corridor (id from $id, survey? from $survey(unit:MILE,by:{code:"r"}) (length? from $length))
                    {
                      ... on Corridor {
                        density
                      }
                    }
                }
                """, hidden.explain("{ corridor { density } }"));
    }
}
