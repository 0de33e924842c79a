package io.lancang.federation.plan;

import static io.lancang.federation.testing.GoldenPlan.assertPlan;

import org.junit.jupiter.api.Test;

/** Root fields and moves of entities between subgraphs. */
class EntityPlanTest {
    static final Planning CHAIN = Planning.on("A B C", """
            type Query @join__type(graph: A) @join__type(graph: B) @join__type(graph: C) {
              port: Port @join__field(graph: A)
              ports: [Port!]! @join__field(graph: A)
              zones: [String!]! @join__field(graph: C)
            }
            type Port
              @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") @join__type(graph: B, key: "code")
              @join__type(graph: C, key: "code")
            {
              id: ID! @join__field(graph: A) @join__field(graph: B)
              code: String @join__field(graph: B) @join__field(graph: C)
              name: String @join__field(graph: A)
              depth: Float @join__field(graph: B)
              cranes: Int @join__field(graph: C)
            }
            """);

    @Test
    void asksRootFieldsOfTheirSubgraphsInParallel() {
        assertPlan("""
                query plan, 2 requests
                #0 a {
                  port {
                    name
                  }
                }
                #1 c {
                  zones
                }
                """, CHAIN.explain("{ port { name } zones }"));
    }

    /** C and D have the field alike. D is asked for another object too, and nothing waits for that: it is asked once, later. */
    @Test
    void asksASubgraphThatIsAskedAlreadyRatherThanAnotherThatIsAsGood() {
        assertPlan("""
                query plan, 3 requests
                #0 a {
                  x {
                    id # $id
                  }
                  y {
                    id # $id
                  }
                }
                #1 b after #0 {
                  at y
                    by Y (id from $id)
                    {
                      ... on Y {
                        k # $k
                      }
                    }
                }
                #2 d after #1 {
                  at x
                    by X (id from $id)
                    {
                      ... on X {
                        p
                      }
                    }
                  at y
                    by Y (k from $k)
                    {
                      ... on Y {
                        q
                      }
                    }
                }
                """, Planning.on("A B C D", """
                type Query @join__type(graph: A) @join__type(graph: B) @join__type(graph: C) @join__type(graph: D) {
                  x: X @join__field(graph: A) y: Y @join__field(graph: A) }
                type X @join__type(graph: A, key: "id") @join__type(graph: D, key: "id") { id: ID! p: Int @join__field(graph: D) }
                type Y @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") @join__type(graph: C, key: "k")
                  @join__type(graph: D, key: "k") {
                  id: ID! @join__field(graph: A) @join__field(graph: B)
                  k: ID! @join__field(graph: B) @join__field(graph: C) @join__field(graph: D)
                  q: Int @join__field(graph: C) @join__field(graph: D) }
                """).explain("{ x { p } y { q } }"));
    }

    @Test
    void asksOnlyOneSubgraphWhereOneIsEnough() {
        assertPlan("""
                query plan, 1 request
                #0 a {
                  ports {
                    id
                    name
                  }
                }
                """, CHAIN.explain("{ ports { id name } }"));
    }

    @Test
    void entersAnotherSubgraphByTheKeyOnly() {
        assertPlan("""
                query plan, 2 requests
                #0 a {
                  ports {
                    id # $id
                  }
                }
                #1 b after #0 {
                  at ports
                    by Port (id from $id)
                    {
                      ... on Port {
                        depth
                      }
                    }
                }
                """, CHAIN.explain("{ ports { depth } }"));
    }

    @Test
    void goesThroughASubgraphThatHasBothKeys() {
        assertPlan("""
                query plan, 3 requests
                #0 a {
                  port {
                    id # $id
                  }
                }
                #1 b after #0 {
                  at port
                    by Port (id from $id)
                    {
                      ... on Port {
                        code # $code
                      }
                    }
                }
                #2 c after #1 {
                  at port
                    by Port (code from $code)
                    {
                      ... on Port {
                        cranes
                      }
                    }
                }
                """, CHAIN.explain("{ port { cranes } }"));
    }

    @Test
    void sendsTheEntitiesOfTwoPlacesToOneSubgraphInOneRequest() {
        assertPlan("""
                query plan, 2 requests
                #0 a {
                  port {
                    id # $id
                  }
                  ports {
                    id # $id
                  }
                }
                #1 b after #0 {
                  at port
                    by Port (id from $id)
                    {
                      ... on Port {
                        depth
                      }
                    }
                  at ports
                    by Port (id from $id)
                    {
                      ... on Port {
                        depth
                      }
                    }
                }
                """, CHAIN.explain("{ port { depth } ports { depth } }"));
    }

    private static final Planning NEIGHBOURS = Planning.on("A B C", """
            type Query @join__type(graph: A) @join__type(graph: B) @join__type(graph: C) {
              port: Port @join__field(graph: A)
            }
            type Port @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") @join__type(graph: C, key: "id") {
              id: ID!
              depth: Float @join__field(graph: B)
              next: Port @join__field(graph: B)
              cranes: Int @join__field(graph: C)
              quay: Port @join__field(graph: C)
            }
            """);

    @Test
    void sendsWhatNothingWaitsForWithALaterRequestToTheSameSubgraph() {
        assertPlan("""
                query plan, 3 requests
                #0 a {
                  port {
                    id # $id
                  }
                }
                #1 c after #0 {
                  at port
                    by Port (id from $id)
                    {
                      ... on Port {
                        quay {
                          id # $id
                        }
                      }
                    }
                }
                #2 b after #1 {
                  at port
                    by Port (id from $id)
                    {
                      ... on Port {
                        depth
                      }
                    }
                  at port/quay
                    by Port (id from $id)
                    {
                      ... on Port {
                        depth
                      }
                    }
                }
                """, NEIGHBOURS.explain("{ port { depth quay { depth } } }"));
    }

    @Test
    void sendsWhatAShortChainWaitsForWithALaterRequestToTheSameSubgraph() {
        assertPlan("""
                query plan, 4 requests
                #0 a {
                  port {
                    id # $id
                  }
                }
                #1 c after #0 {
                  at port
                    by Port (id from $id)
                    {
                      ... on Port {
                        quay {
                          id # $id
                        }
                      }
                    }
                }
                #2 b after #1 {
                  at port
                    by Port (id from $id)
                    {
                      ... on Port {
                        next {
                          id # $id
                        }
                      }
                    }
                  at port/quay
                    by Port (id from $id)
                    {
                      ... on Port {
                        next {
                          id # $id
                        }
                      }
                    }
                }
                #3 c after #2 {
                  at port/next
                    by Port (id from $id)
                    {
                      ... on Port {
                        cranes
                      }
                    }
                  at port/quay/next
                    by Port (id from $id)
                    {
                      ... on Port {
                        cranes
                      }
                    }
                }
                """, NEIGHBOURS.explain("{ port { next { cranes } quay { next { cranes } } } }"));
    }

    @Test
    void leavesEarlyWhatTheLongestChainWaitsFor() {
        assertPlan("""
                query plan, 5 requests
                #0 a {
                  port {
                    id # $id
                  }
                }
                #1 b after #0 {
                  at port
                    by Port (id from $id)
                    {
                      ... on Port {
                        next {
                          id # $id
                        }
                      }
                    }
                }
                #2 c after #0 {
                  at port
                    by Port (id from $id)
                    {
                      ... on Port {
                        quay {
                          id # $id
                        }
                      }
                    }
                }
                #3 c after #1 {
                  at port/next
                    by Port (id from $id)
                    {
                      ... on Port {
                        cranes
                      }
                    }
                }
                #4 b after #2 {
                  at port/quay
                    by Port (id from $id)
                    {
                      ... on Port {
                        depth
                      }
                    }
                }
                """, NEIGHBOURS.explain("{ port { next { cranes } quay { depth } } }"));
    }

    @Test
    void leavesIntrospectionAndTheRootsTypeToTheGateway() {
        assertPlan("""
                query plan, 1 request
                #0 c {
                  zones
                }
                """, CHAIN.explain("{ __typename __schema { queryType { name } } zones }"));
    }

    @Test
    void readsTheKeyFromWhatTheClientSelectedUnderAnAlias() {
        assertPlan("""
                query plan, 2 requests
                #0 a {
                  port {
                    number: id
                  }
                }
                #1 b after #0 {
                  at port
                    by Port (id from number)
                    {
                      ... on Port {
                        depth
                      }
                    }
                }
                """, CHAIN.explain("{ port { number: id depth } }"));
    }

    @Test
    void keepsTheKeyApartFromAnotherFieldUnderItsName() {
        assertPlan("""
                query plan, 2 requests
                #0 a {
                  port {
                    id: name
                    id_1: id # $id
                  }
                }
                #1 b after #0 {
                  at port
                    by Port (id from $id)
                    {
                      ... on Port {
                        depth
                      }
                    }
                }
                """, CHAIN.explain("{ port { id: name depth } }"));
    }

    static final Planning COMPOSITE = Planning.on("A B", """
            type Query @join__type(graph: A) @join__type(graph: B) { flow: Flow @join__field(graph: A) }
            type Flow @join__type(graph: A, key: "year partner { code region { id } }")
              @join__type(graph: B, key: "year partner { code region { id } }") {
              year: Int!
              partner: Partner!
              note: String @join__field(graph: A)
              value: Float @join__field(graph: B)
            }
            type Partner @join__type(graph: A) @join__type(graph: B) { code: ID! region: Region! }
            type Region @join__type(graph: A) @join__type(graph: B) { id: ID! }
            """);

    @Test
    void entersByACompositeKeyWithNestedObjects() {
        assertPlan("""
                query plan, 2 requests
                #0 a {
                  flow {
                    note
                    year # $year
                    partner { # $partner
                      code # $code
                      region { # $region
                        id # $id
                      }
                    }
                  }
                }
                #1 b after #0 {
                  at flow
                    by Flow (year from $year, partner from $partner (code from $code, region from $region (id from $id)))
                    {
                      ... on Flow {
                        value
                      }
                    }
                }
                """, COMPOSITE.explain("{ flow { note value } }"));
    }

    @Test
    void prefersTheSubgraphThatIsAtHandForWhatIsShared() {
        assertPlan("""
                query plan, 2 requests
                #0 a {
                  flow {
                    partner {
                      code
                      region { # $region
                        id # $id
                      }
                    }
                    year # $year
                  }
                }
                #1 b after #0 {
                  at flow
                    by Flow (year from $year, partner (code, region from $region (id from $id)))
                    {
                      ... on Flow {
                        value
                      }
                    }
                }
                """, COMPOSITE.explain("{ flow { partner { code } value } }"));
    }

    static final Planning SHARED = Planning.on("A B", """
            type Query @join__type(graph: A) @join__type(graph: B) {
              corridor: Corridor
              capital: City
            }
            type Corridor @join__type(graph: A) @join__type(graph: B) {
              name: String
              length: Length
              gauge: Int @join__field(graph: A)
              status: String @join__field(graph: B)
            }
            type Length @join__type(graph: A) @join__type(graph: B) {
              km: Float @join__field(graph: A)
              miles: Float @join__field(graph: B)
            }
            type City @join__type(graph: A, key: "id", resolvable: false) @join__type(graph: B, key: "id") {
              id: ID!
              people: Int @join__field(graph: B)
            }
            """);

    @Test
    void takesASharedRootFieldFromTheSubgraphThatHasTheRest() {
        assertPlan("""
                query plan, 1 request
                #0 b {
                  corridor {
                    name
                    status
                  }
                }
                """, SHARED.explain("{ corridor { name status } }"));
    }

    @Test
    void takesASharedRootFieldOnceThoughWhatIsEnteredFromItComesFirst() {
        assertPlan("""
                query plan, 2 requests
                #0 pilots {
                  port {
                    pilot
                    id
                  }
                }
                #1 tides after #0 {
                  at port
                    by Port (id)
                    {
                      ... on Port {
                        tide
                      }
                    }
                }
                """, Planning.on("HARBOURS PILOTS TIDES", """
            type Query @join__type(graph: HARBOURS) @join__type(graph: PILOTS) @join__type(graph: TIDES) {
              port: Port @join__field(graph: HARBOURS) @join__field(graph: PILOTS)
            }
            type Port @join__type(graph: HARBOURS, key: "id") @join__type(graph: PILOTS, key: "id") @join__type(graph: TIDES, key: "id") {
              id: ID!
              tide: Float @join__field(graph: TIDES)
              pilot: String @join__field(graph: PILOTS)
            }
            """).explain("{ port { tide pilot id } }"));
    }

    @Test
    void asksNobodyForAFieldByAKeyThatHoldsIt() {
        assertPlan(
                """
                query plan, 3 requests
                #0 harbours {
                  ships {
                    id
                  }
                  port {
                    id # $id
                  }
                }
                #1 charts {
                  berths {
                    code # $code
                  }
                }
                #2 pilots after #0, #1 {
                  at port
                    by Port (id from $id)
                    {
                      ... on Port {
                        pilot
                      }
                    }
                  at berths
                    by Berth (code from $code)
                    {
                      ... on Berth {
                        rank
                      }
                    }
                }
                """,
                Planning.on("CHARTS PILOTS HARBOURS TIDES", """
            type Query @join__type(graph: CHARTS) @join__type(graph: PILOTS) @join__type(graph: HARBOURS) @join__type(graph: TIDES) {
              berths: [Berth] @join__field(graph: CHARTS) @join__field(graph: TIDES)
              port: Port @join__field(graph: PILOTS) @join__field(graph: HARBOURS)
              ships: [Ship] @join__field(graph: HARBOURS)
            }
            type Port @join__type(graph: PILOTS, key: "id") @join__type(graph: HARBOURS, key: "id") {
              id: ID!
              pilot: String @join__field(graph: PILOTS)
            }
            type Ship @join__type(graph: PILOTS, key: "id") @join__type(graph: HARBOURS, key: "id") {
              id: ID!
            }
            type Berth
              @join__type(graph: CHARTS, key: "code", resolvable: false) @join__type(graph: PILOTS, key: "code")
              @join__type(graph: TIDES, key: "code")
            {
              code: String!
              rank: String @join__field(graph: CHARTS, external: true) @join__field(graph: PILOTS)
            }
            """)
                        .explain("{ ships { id } port { pilot } berths { rank } }"));
    }

    @Test
    void asksOneMoreSubgraphForASharedRootFieldWhereThatSavesAStage() {
        assertPlan("""
                query plan, 4 requests
                #0 a {
                  first {
                    id # $id
                  }
                }
                #1 b {
                  shared {
                    partner {
                      code # $code
                    }
                  }
                }
                #2 b after #0 {
                  at first
                    by Flow (id from $id)
                    {
                      ... on Flow {
                        value
                      }
                    }
                }
                #3 a after #1 {
                  at shared/partner
                    by Partner (code from $code)
                    {
                      ... on Partner {
                        name
                      }
                    }
                }
                """, Planning.on("A B", """
                type Query @join__type(graph: A) @join__type(graph: B) {
                  first: Flow @join__field(graph: A)
                  shared: Flow
                }
                type Flow @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
                  id: ID!
                  value: Float @join__field(graph: B)
                  partner: Partner @join__field(graph: B)
                }
                type Partner @join__type(graph: A, key: "code") @join__type(graph: B, key: "code") {
                  code: ID!
                  name: String @join__field(graph: A)
                }
                """).explain("{ first { value } shared { partner { name } } }"));
    }

    @Test
    void goesOnFromTheSubgraphThatProvidesMoreOfTheRest() {
        assertPlan("""
                query plan, 4 requests
                #0 a {
                  flow {
                    id # $id
                  }
                }
                #1 c after #0 {
                  at flow
                    by Flow (id from $id)
                    {
                      ... on Flow {
                        next {
                          label
                          id # $id
                        }
                      }
                    }
                }
                #2 d after #0 {
                  at flow
                    by Flow (id from $id)
                    {
                      ... on Flow {
                        label
                      }
                    }
                }
                #3 e after #1 {
                  at flow/next
                    by Flow (id from $id)
                    {
                      ... on Flow {
                        value
                      }
                    }
                }
                """, Planning.on("A B C D E", """
                type Query @join__type(graph: A) @join__type(graph: B) @join__type(graph: C) @join__type(graph: D)
                  @join__type(graph: E) {
                  flow: Flow @join__field(graph: A)
                }
                type Flow @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") @join__type(graph: C, key: "id")
                  @join__type(graph: D, key: "id") @join__type(graph: E, key: "id") {
                  id: ID!
                  next: Flow @join__field(graph: B) @join__field(graph: C, provides: "label")
                  label: String @join__field(graph: C, external: true) @join__field(graph: D)
                  value: Float @join__field(graph: E)
                }
                """).explain("{ flow { label next { label value } } }"));
    }

    @Test
    void asksBothSubgraphsForTheirPartsOfAValueWithoutKey() {
        assertPlan("""
                query plan, 2 requests
                #0 a {
                  corridor {
                    length {
                      km
                    }
                  }
                }
                #1 b {
                  corridor {
                    name
                    length {
                      miles
                    }
                  }
                }
                """, SHARED.explain("{ corridor { name length { km miles } } }"));
    }

    @Test
    void neverEntersASubgraphThatDoesNotResolveTheKey() {
        assertPlan("""
                query plan, 1 request
                #0 b {
                  capital {
                    id
                    people
                  }
                }
                """, SHARED.explain("{ capital { id people } }"));
    }
}
