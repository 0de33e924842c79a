package io.lancang.federation.plan;

import static io.lancang.federation.testing.GoldenPlan.assertPlan;

import org.junit.jupiter.api.Test;

/** Interfaces and unions, alike in all subgraphs or not. */
class AbstractTypePlanTest {
    static final Planning PLACES = Planning.on("A B", """
            type Query @join__type(graph: A) @join__type(graph: B) {
              places: [Place!]! @join__field(graph: A)
              found: Found @join__field(graph: A)
              nearest: Found
            }
            interface Place @join__type(graph: A) @join__type(graph: B) {
              id: ID!
              name: String @join__field(graph: A)
              people: Int @join__field(graph: B)
              owner: Owner @join__field(graph: A)
            }
            type Owner @join__type(graph: A) { title: String }
            type Port implements Place @join__type(graph: A, key: "id") @join__type(graph: B, key: "id")
              @join__implements(graph: A, interface: "Place") @join__implements(graph: B, interface: "Place") {
              id: ID!
              name: String @join__field(graph: A)
              people: Int @join__field(graph: B)
              owner: Owner @join__field(graph: A)
              rank: Int @join__field(graph: A, type: "Int!")
            }
            type City implements Place @join__type(graph: A, key: "id") @join__type(graph: B, key: "id")
              @join__implements(graph: A, interface: "Place") @join__implements(graph: B, interface: "Place") {
              id: ID!
              name: String @join__field(graph: A)
              people: Int @join__field(graph: B)
              owner: Owner @join__field(graph: A)
              rank: Int @join__field(graph: A)
            }
            type Road @join__type(graph: A) { id: ID! number: Int! }
            type River @join__type(graph: B) { id: ID! flow: Float }
            union Found @join__type(graph: A) @join__type(graph: B)
              @join__unionMember(graph: A, member: "Port") @join__unionMember(graph: A, member: "Road")
              @join__unionMember(graph: B, member: "Port") @join__unionMember(graph: B, member: "River") = Port | Road | River
            """);

    @Test
    void asksAnInterfaceForWhatAllItsTypesHaveAtHand() {
        assertPlan("""
                query plan, 1 request
                #0 a {
                  places {
                    name
                    owner {
                      title
                    }
                    __typename
                  }
                }
                """, PLACES.explain("{ places { name owner { title } } }"));
    }

    @Test
    void entersAnotherSubgraphWithEachTypeOfAnInterfaceInOneCall() {
        assertPlan("""
                query plan, 2 requests
                #0 a {
                  places {
                    __typename
                    ... on Port {
                      id # $id
                    }
                    ... on City {
                      id # $id
                    }
                  }
                }
                #1 b after #0 {
                  at places
                    by Port (id from $id)
                    by City (id from $id)
                    {
                      ... on Port {
                        people
                      }
                      ... on City {
                        people
                      }
                    }
                }
                """, PLACES.explain("{ places { people } }"));
    }

    @Test
    void asksForOneTypeOnlyWhatIsSelectedOnIt() {
        assertPlan("""
                query plan, 2 requests
                #0 a {
                  places {
                    id
                    __typename
                  }
                }
                #1 b after #0 {
                  at places
                    by Port (id)
                    {
                      ... on Port {
                        people
                      }
                    }
                }
                """, PLACES.explain("{ places { ... on Port { people } id } }"));
    }

    @Test
    void givesAnAliasToAFieldWhoseTypeDiffersBetweenSiblings() {
        assertPlan("""
                query plan, 1 request
                #0 a {
                  places {
                    ... on Port {
                      rank
                    }
                    ... on City {
                      rank_1: rank # rank
                    }
                    __typename
                  }
                }
                """, PLACES.explain("{ places { ... on Port { rank } ... on City { rank } } }"));
    }

    @Test
    void narrowsNestedFragmentsToTheTypesThatAllOfThemAllow() {
        assertPlan("""
                query plan, 1 request
                #0 a {
                  places {
                    ... on City {
                      name
                    }
                    __typename
                  }
                }
                """, PLACES.explain("{ places { ... on City { ... on Place { ... on Port { rank } name } } } }"));
    }

    @Test
    void findsTheMembersOfAUnionInTheSubgraphThatAnswers() {
        assertPlan(
                """
                query plan, 2 requests
                #0 a {
                  found {
                    ... on Road {
                      number
                    }
                    ... on Port {
                      id
                    }
                    __typename
                  }
                }
                #1 b after #0 {
                  at found
                    by Port (id)
                    {
                      ... on Port {
                        people
                      }
                    }
                }
                """,
                PLACES.explain(
                        "{ found { ... on Road { number } ... on River { flow } ... on Place { id people } } }"));
    }

    @Test
    void takesASharedUnionFromTheSubgraphThatKnowsTheMemberAskedFor() {
        assertPlan("""
                query plan, 1 request
                #0 b {
                  nearest {
                    ... on River {
                      flow
                    }
                    ... on Port {
                      id
                    }
                    __typename
                  }
                }
                """, PLACES.explain("{ nearest { ... on River { flow } ... on Port { id } } }"));
    }

    @Test
    void asksOneSubgraphForASharedUnionWhoseOtherMembersCannotBeMetThere() {
        assertPlan("""
                query plan, 1 request
                #0 a {
                  nearest {
                    __typename
                    ... on Road {
                      number
                    }
                  }
                }
                """, PLACES.explain("{ nearest { __typename ... on Road { number } ... on River { flow } } }"));
    }

    static final Planning MEDIA = Planning.on("A B", """
            type Query @join__type(graph: A) @join__type(graph: B) {
              shelf: [Media] @join__field(graph: A, provides: "... on Book { title }")
              other: [Media] @join__field(graph: A)
              display: Display @join__field(graph: B)
            }
            union Media @join__type(graph: A) @join__type(graph: B)
              @join__unionMember(graph: A, member: "Book") @join__unionMember(graph: A, member: "Film")
              @join__unionMember(graph: B, member: "Book") @join__unionMember(graph: B, member: "Film") = Book | Film
            type Book @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
              id: ID! title: String @join__field(graph: A, external: true) @join__field(graph: B)
            }
            type Film @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
              id: ID! title: String @join__field(graph: A, external: true) @join__field(graph: B)
            }
            type Display @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
              id: ID!
              media: Media @join__field(graph: A, external: true) @join__field(graph: B)
              caption: String @join__field(graph: A, requires: "media { ... on Book { title } ... on Film { id } }")
            }
            """);

    @Test
    void takesWhatIsProvidedForOneMemberOfAUnionAndAsksForTheOther() {
        assertPlan("""
                query plan, 2 requests
                #0 a {
                  shelf {
                    ... on Book {
                      title
                    }
                    __typename
                    ... on Film {
                      id # $id
                    }
                  }
                }
                #1 b after #0 {
                  at shelf
                    by Film (id from $id)
                    {
                      ... on Film {
                        title
                      }
                    }
                }
                """, MEDIA.explain("{ shelf { ... on Book { title } ... on Film { title } } }"));
    }

    @Test
    void sendsRequiredFieldsOfUnionMembersByRuntimeType() {
        assertPlan("""
                query plan, 2 requests
                #0 b {
                  display {
                    id # $id
                    media { # $media
                      __typename
                      ... on Book {
                        title # $title
                      }
                      ... on Film {
                        id # $id
                      }
                    }
                  }
                }
                #1 a after #0 {
                  at display
                    by Display (id from $id, media? from $media (__typename, for Book (title? from $title), for Film (id from $id)))
                    {
                      ... on Display {
                        caption
                      }
                    }
                }
                """, MEDIA.explain("{ display { caption } }"));
    }

    @Test
    void asksForTheTypeInEachSubgraphThatAnswersWithTypesOfItsOwn() {
        assertPlan(
                """
                query plan, 2 requests
                #0 b {
                  nearest {
                    ... on Port {
                      people
                    }
                    ... on River {
                      flow
                    }
                    __typename
                  }
                }
                #1 a {
                  nearest {
                    ... on Port {
                      owner {
                        title
                      }
                    }
                    ... on Road {
                      number
                    }
                    __typename
                  }
                }
                """,
                PLACES.explain(
                        "{ nearest { ... on Port { people owner { title } } ... on Road { number } ... on River { flow } } }"));
    }

    private static final Planning OWNED = Planning.on("A B C", """
            type Query @join__type(graph: A) @join__type(graph: B) @join__type(graph: C) {
              house: House @join__field(graph: A)
            }
            type House @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
              id: ID!
              owner: Owner
            }
            interface Owner @join__type(graph: A) @join__type(graph: B) { id: ID! }
            type Person implements Owner @join__type(graph: B, key: "id") @join__type(graph: C, key: "id")
              @join__implements(graph: B, interface: "Owner") {
              id: ID!
              name: String @join__field(graph: C)
            }
            """);

    @Test
    void asksNoSubgraphForAnInterfaceOfWhichItKnowsNoObjectsWhereAnotherIsAskedForThem() {
        assertPlan("""
                query plan, 3 requests
                #0 a {
                  house {
                    id # $id
                  }
                }
                #1 b after #0 {
                  at house
                    by House (id from $id)
                    {
                      ... on House {
                        owner {
                          __typename
                          ... on Person {
                            id # $id
                          }
                        }
                      }
                    }
                }
                #2 c after #1 {
                  at house/owner
                    by Person (id from $id)
                    {
                      ... on Person {
                        name
                      }
                    }
                }
                """, OWNED.explain("{ house { owner { ... on Person { name } } } }"));
    }

    @Test
    void asksForAnInterfaceWhereNoObjectsAreKnownIfThatCostsNoRequest() {
        assertPlan("""
                query plan, 1 request
                #0 a {
                  house {
                    owner {
                      __typename
                    }
                  }
                }
                """, OWNED.explain("{ house { owner { __typename } } }"));
    }
}
