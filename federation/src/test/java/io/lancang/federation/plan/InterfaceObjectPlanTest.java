package io.lancang.federation.plan;

import static io.lancang.federation.testing.GoldenPlan.assertPlan;

import org.junit.jupiter.api.Test;

/** {@code @interfaceObject}: a subgraph that adds fields to every implementation of an interface that it does not know. */
class InterfaceObjectPlanTest {
    static final Planning MEDIA = Planning.on("CATALOG REVIEWS", """
            type Query @join__type(graph: CATALOG) @join__type(graph: REVIEWS) {
              newest: [Media!]! @join__field(graph: CATALOG)
              book: Book @join__field(graph: CATALOG)
              best: Media @join__field(graph: REVIEWS)
            }
            interface Media @join__type(graph: CATALOG, key: "id") @join__type(graph: REVIEWS, key: "id", isInterfaceObject: true) {
              id: ID!
              title: String @join__field(graph: CATALOG) @join__field(graph: REVIEWS, external: true)
              stars: Float @join__field(graph: REVIEWS)
              blurb: String @join__field(graph: REVIEWS, requires: "title")
            }
            type Book implements Media @join__type(graph: CATALOG, key: "id") @join__implements(graph: CATALOG, interface: "Media") {
              id: ID! @join__field(graph: CATALOG)
              title: String @join__field(graph: CATALOG)
              pages: Int @join__field(graph: CATALOG)
              stars: Float @join__field
              blurb: String @join__field
            }
            type Film implements Media @join__type(graph: CATALOG, key: "id") @join__implements(graph: CATALOG, interface: "Media") {
              id: ID! @join__field(graph: CATALOG)
              title: String @join__field(graph: CATALOG)
              minutes: Int @join__field(graph: CATALOG)
              stars: Float @join__field
              blurb: String @join__field
            }
            """);

    /** Types of two interfaces, each an interface object in one and the same subgraph. */
    static final Planning LENDING = Planning.on("CATALOG REVIEWS", """
            type Query @join__type(graph: CATALOG) @join__type(graph: REVIEWS) {
              newest: [Media!]! @join__field(graph: CATALOG)
              best: Lendable @join__field(graph: REVIEWS)
            }
            interface Media @join__type(graph: CATALOG, key: "id") @join__type(graph: REVIEWS, key: "id", isInterfaceObject: true) {
              id: ID!
              stars: Float @join__field(graph: REVIEWS)
            }
            interface Lendable @join__type(graph: CATALOG, key: "id") @join__type(graph: REVIEWS, key: "id", isInterfaceObject: true) {
              id: ID!
              loans: Int @join__field(graph: REVIEWS)
            }
            type Book implements Media & Lendable @join__type(graph: CATALOG, key: "id") @join__implements(graph: CATALOG, interface: "Media") @join__implements(graph: CATALOG, interface: "Lendable") {
              id: ID! @join__field(graph: CATALOG)
              pages: Int @join__field(graph: CATALOG)
              stars: Float @join__field
              loans: Int @join__field
            }
            type Film implements Media & Lendable @join__type(graph: CATALOG, key: "id") @join__implements(graph: CATALOG, interface: "Media") @join__implements(graph: CATALOG, interface: "Lendable") {
              id: ID! @join__field(graph: CATALOG)
              minutes: Int @join__field(graph: CATALOG)
              stars: Float @join__field
              loans: Int @join__field
            }
            """);

    @Test
    void entersAnInterfaceObjectUnderTheNameOfTheInterface() {
        assertPlan("""
                query plan, 2 requests
                #0 catalog {
                  newest {
                    title
                    id # $id
                  }
                }
                #1 reviews after #0 {
                  at newest
                    by Media (id from $id)
                    {
                      ... on Media {
                        stars
                      }
                    }
                }
                """, MEDIA.explain("{ newest { title stars } }"));
    }

    @Test
    void entersAnInterfaceObjectFromOneImplementation() {
        assertPlan("""
                query plan, 2 requests
                #0 catalog {
                  book {
                    id # $id
                  }
                }
                #1 reviews after #0 {
                  at book
                    by Media (id from $id)
                    {
                      ... on Media {
                        stars
                      }
                    }
                }
                """, MEDIA.explain("{ book { stars } }"));
    }

    @Test
    void sendsWhatAFieldOfAnInterfaceObjectRequires() {
        assertPlan("""
                query plan, 2 requests
                #0 catalog {
                  newest {
                    id # $id
                    title # $title
                  }
                }
                #1 reviews after #0 {
                  at newest
                    by Media (id from $id, title? from $title)
                    {
                      ... on Media {
                        blurb
                      }
                    }
                }
                """, MEDIA.explain("{ newest { blurb } }"));
    }

    @Test
    void asksWhereTheTypesAreKnownForTheTypeOfAnObjectThatCameFromAnInterfaceObject() {
        assertPlan("""
                query plan, 2 requests
                #0 reviews {
                  best {
                    stars
                    id # $id
                  }
                }
                #1 catalog after #0 {
                  at best
                    by Media (id from $id)
                    {
                      ... on Media {
                        __typename
                      }
                    }
                }
                """, MEDIA.explain("{ best { __typename stars } }"));
    }

    @Test
    void asksWhereTheTypesAreKnownForFieldsOfImplementations() {
        assertPlan("""
                query plan, 2 requests
                #0 reviews {
                  best {
                    id # $id
                  }
                }
                #1 catalog after #0 {
                  at best
                    by Media (id from $id)
                    {
                      ... on Media {
                        title
                        ... on Film {
                          minutes
                        }
                        __typename
                      }
                    }
                }
                """, MEDIA.explain("{ best { title ... on Film { minutes } } }"));
    }

    @Test
    void hasAnInterfaceObjectShowThatObjectsAreThere() {
        assertPlan("""
                query plan, 1 request
                #0 reviews {
                  best {
                    stars @skip(if: $x)
                    __typename # @presence
                  }
                }
                """, MEDIA.explain("query ($x: Boolean!) { best { stars @skip(if: $x) } }"));
    }

    @Test
    void asksForTheTypeWhereItIsSeenOfSomeObjects() {
        assertPlan(
                """
                query plan, 2 requests
                #0 reviews {
                  best {
                    stars @skip(if: $x)
                    id # $id
                  }
                }
                #1 catalog after #0 {
                  at best
                    by Media (id from $id)
                    {
                      ... on Media {
                        ... on Film {
                          minutes @skip(if: $x)
                        }
                        __typename
                      }
                    }
                }
                """,
                MEDIA.explain(
                        "query ($x: Boolean!) { best { stars @skip(if: $x) ... on Film { minutes @skip(if: $x) } } }"));
    }

    @Test
    void asksAnInterfaceObjectApartForTypesThatSendDifferentRequirements() {
        assertPlan("""
                query plan, 2 requests
                #0 catalog {
                  newest {
                    __typename
                    ... on Book {
                      id # $id
                      title # $title
                    }
                    ... on Film {
                      id # $id
                    }
                  }
                }
                #1 reviews after #0 {
                  at newest
                    by Media (id from $id, title? from $title) for Book
                    {
                      ... on Media {
                        blurb
                      }
                    }
                  at newest
                    by Media (id from $id) for Film
                    {
                      ... on Media {
                        stars
                      }
                    }
                }
                """, MEDIA.explain("{ newest { ... on Book { blurb } ... on Film { stars } } }"));
    }

    @Test
    void asksForBothTypesWhereTheyShareACallToAnInterfaceObject() {
        assertPlan("""
                query plan, 2 requests
                #0 catalog {
                  newest {
                    __typename
                    ... on Book {
                      id # $id
                    }
                    ... on Film {
                      id # $id
                    }
                  }
                }
                #1 reviews after #0 {
                  at newest
                    by Media (id from $id) for Book
                    by Media (id from $id) for Film
                    {
                      ... on Media {
                        a: stars
                        b: stars
                      }
                    }
                }
                """, MEDIA.explain("{ newest { ... on Book { a: stars } ... on Film { b: stars } } }"));
    }

    @Test
    void asksForNoTypesOnAccountOfFragmentsThatLeaveNothing() {
        assertPlan("""
                query plan, 1 request
                #0 reviews {
                  best {
                    stars
                  }
                }
                """, MEDIA.explain("""
                query ($x: Boolean!) {
                  best {
                    stars
                    ... on Film @skip(if: $x) { minutes @include(if: $x) }
                    ... on Media { ... on Film { ... on Media { ... on Book { pages } } } }
                  }
                }
                """));
    }

    @Test
    void sendsForObjectsOfOneTypeWhatIsAskedOfAllAsAnotherInterfaceObject() {
        assertPlan("""
                query plan, 3 requests
                #0 reviews {
                  best {
                    loans
                    id # $id
                  }
                }
                #1 catalog after #0 {
                  at best
                    by Lendable (id from $id)
                    {
                      ... on Lendable {
                        ... on Book {
                          pages
                        }
                        __typename
                      }
                    }
                }
                #2 reviews after #1 {
                  at best
                    by Media (id from $id) for Book
                    {
                      ... on Media {
                        stars
                      }
                    }
                }
                """, LENDING.explain("{ best { loans ... on Book { stars pages } } }"));
    }

    @Test
    void entersWithTheObjectsOfOneTypeOnlyWhereTheTypeIsKnown() {
        assertPlan("""
                query plan, 2 requests, 1 deferred part
                #0 catalog {
                  newest {
                    id
                    __typename
                    ... on Film {
                      id @include(if: $x)
                    }
                  }
                }
                #1 catalog after #0 {
                  at newest @include(if: $x)
                    by Film (id)
                    {
                      ... on Film {
                        title
                      }
                    }
                }
                primary after #0
                part 0 at newest after #1
                """, MEDIA.explainDeferred("""
                query ($x: Boolean!) { newest { ... @defer { id ... on Film @include(if: $x) { title } } } }
                """));
    }

    @Test
    void asksNobodyElseForTypesThatCameWithTheObjects() {
        Planning archive = Planning.on("CATALOG ARCHIVE REVIEWS", """
            type Query @join__type(graph: CATALOG) @join__type(graph: ARCHIVE) @join__type(graph: REVIEWS) {
              newest: [Media!]! @join__field(graph: CATALOG)
            }
            interface Media
              @join__type(graph: CATALOG) @join__type(graph: ARCHIVE, key: "id") @join__type(graph: REVIEWS, key: "id", isInterfaceObject: true)
            {
              id: ID!
              title: String @join__field(graph: ARCHIVE)
              stars: Float @join__field(graph: REVIEWS)
            }
            type Book implements Media
              @join__type(graph: CATALOG, key: "id") @join__type(graph: ARCHIVE, key: "id")
              @join__implements(graph: CATALOG, interface: "Media") @join__implements(graph: ARCHIVE, interface: "Media")
            {
              id: ID!
              title: String @join__field(graph: ARCHIVE)
              stars: Float @join__field
            }
            type Film implements Media @join__type(graph: ARCHIVE, key: "id") @join__implements(graph: ARCHIVE, interface: "Media") {
              id: ID!
              title: String
              stars: Float @join__field
            }
            """);

        assertPlan("""
                query plan, 2 requests
                #0 catalog {
                  newest {
                    __typename
                    id # $id
                  }
                }
                #1 archive after #0 {
                  at newest
                    by Media (id from $id)
                    {
                      ... on Media {
                        ... on Book {
                          title
                        }
                        ... on Film {
                          title
                        }
                      }
                    }
                }
                """, archive.explain("{ newest { title } }"));
    }
}
