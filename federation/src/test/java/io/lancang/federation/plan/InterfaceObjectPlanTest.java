package io.lancang.federation.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

    @Test
    void entersAnInterfaceObjectUnderTheNameOfTheInterface() {
        assertEquals("""
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
        assertEquals("""
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
        assertEquals("""
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
        assertEquals("""
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
        assertEquals("""
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
    void asksAnInterfaceObjectApartForTypesThatSendDifferentRequirements() {
        assertEquals("""
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
        assertEquals("""
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
        assertEquals("""
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
}
