package io.lancang.federation.feature;

import static io.lancang.federation.feature.DataSubgraph.subgraph;

import io.lancang.federation.testing.TestSubgraph;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Fields that a subgraph has only below some of its fields. */
class ProvidesTest {
    private static final Federation REVIEWS = Federation.of(subgraph("reviews", """
                    type Query { reviews: [Review!]! first: Review }
                    type Review @key(fields: "id") {
                      id: ID!
                      author: User @provides(fields: "name home { city }")
                      editor: User
                    }
                    type User @key(fields: "id") { id: ID! name: String @external home: Home @external }
                    type Home { city: String @external }
                    """, """
                    {"Query": {"reviews": "@Review", "first": "@Review[0]"}, "Review": [
                      {"id": "1", "author": {"id": "u", "name": "provided", "home": {"city": "provided city"}}, "editor": {"id": "u"}},
                      {"id": "2", "author": null, "editor": null}]}
                    """), subgraph("users", """
                    type User @key(fields: "id") { id: ID! name: String @shareable home: Home @shareable }
                    type Home { city: String @shareable street: String }
                    """, """
                    {"User": [{"id": "u", "name": "Li", "home": {"city": "Kunming", "street": "Green Lake"}}]}
                    """));

    @Test
    void asksNobodyElseForWhatIsProvided() {
        REVIEWS.ask("{ reviews { author { name home { city } id } } }")
                .answers("""
                        {"reviews": [{"author": {"name": "provided", "home": {"city": "provided city"}, "id": "u"}}, {"author": null}]}
                        """)
                .asking("reviews");
    }

    @Test
    void asksTheOwnerWhereTheFieldAboveProvidesNothing() {
        REVIEWS.ask("{ reviews { editor { name } } }").answers("""
                        {"reviews": [{"editor": {"name": "Li"}}, {"editor": null}]}
                        """).asking("reviews users");
    }

    @Test
    void asksTheOwnerForTheRestOfAnObjectThatIsProvidedInPart() {
        REVIEWS.ask("{ first { author { name home { street } } } }")
                .answers("""
                        {"first": {"author": {"name": "provided", "home": {"street": "Green Lake"}}}}
                        """)
                .asking("reviews users");
    }

    @Test
    void mergesAnObjectThatTwoSubgraphsAnswerInPart() {
        REVIEWS.ask("{ first { author { home { city street } } } }")
                .answers("""
                        {"first": {"author": {"home": {"city": "provided city", "street": "Green Lake"}}}}
                        """)
                .asking("reviews users");
    }

    private static final Federation SHELVES =
            Federation.of(subgraph("shelves", """
                    type Query {
                      shelf: [Media!]! @provides(fields: "... on Book { title } ... on Film { title length }")
                      window: [Media!]!
                      item: Item @provides(fields: "... on Book { title }")
                    }
                    interface Media { id: ID! }
                    union Item = Book | Film
                    type Book implements Media @key(fields: "id") { id: ID! title: String @external }
                    type Film implements Media @key(fields: "id") { id: ID! title: String @external length: Int @external }
                    """, """
                    {"Query": {
                      "shelf": [{"__typename": "Book", "id": "b", "title": "provided b"},
                                {"__typename": "Film", "id": "f", "title": "provided f", "length": 90}],
                      "window": [{"__typename": "Book", "id": "b"}, {"__typename": "Film", "id": "f"}],
                      "item": {"__typename": "Book", "id": "b", "title": "provided b"}}}
                    """), subgraph("library", """
                    type Book @key(fields: "id") { id: ID! title: String @shareable pages: Int }
                    type Film @key(fields: "id") { id: ID! title: String @shareable length: Int @shareable }
                    """, """
                    {"Book": [{"id": "b", "title": "B", "pages": 300}], "Film": [{"id": "f", "title": "F", "length": 91}]}
                    """));

    @Test
    void takesWhatIsProvidedOnImplementationsOfAnInterface() {
        SHELVES.ask("{ shelf { ... on Book { title } ... on Film { title length } } }")
                .answers("""
                        {"shelf": [{"title": "provided b"}, {"title": "provided f", "length": 90}]}
                        """)
                .asking("shelves");
    }

    @Test
    void asksForTheImplementationsOnWhichNothingIsProvided() {
        SHELVES.ask("{ shelf { ... on Book { title pages } ... on Film { length } } }")
                .answers("""
                        {"shelf": [{"title": "provided b", "pages": 300}, {"length": 90}]}
                        """)
                .asking("shelves library");
        SHELVES.ask("{ window { ... on Book { title } ... on Film { title } } }")
                .answers("""
                        {"window": [{"title": "B"}, {"title": "F"}]}
                        """)
                .asking("shelves library");
    }

    @Test
    void takesWhatIsProvidedOnOneMemberOfAUnion() {
        SHELVES.ask("{ item { ... on Book { title } } }").answers("""
                {"item": {"title": "provided b"}}
                """).asking("shelves");
        SHELVES.ask("{ item { ... on Film { title } ... on Book { title } } }")
                .answers("""
                        {"item": {"title": "provided b"}}
                        """)
                // A film would have to be asked for, but the item is none.
                .asking("shelves");
    }

    @Test
    void takesWhatIsProvidedOnTheInterfaceItself() {
        Federation.of(subgraph("a", """
                                type Query { best: Media @provides(fields: "title") other: Media }
                                interface Media { id: ID! title: String }
                                type Book implements Media @key(fields: "id") { id: ID! title: String @external }
                                type Film implements Media @key(fields: "id") { id: ID! title: String @external }
                                """, """
                                {"Query": {"best": {"__typename": "Film", "id": "f", "title": "provided"},
                                  "other": {"__typename": "Film", "id": "f"}}}
                                """), subgraph("b", """
                                type Book @key(fields: "id") { id: ID! title: String @shareable }
                                type Film @key(fields: "id") { id: ID! title: String @shareable }
                                """, """
                                {"Film": [{"id": "f", "title": "F"}]}
                                """))
                .ask("{ best { title } }")
                .answers("""
                        {"best": {"title": "provided"}}
                        """)
                .asking("a");
    }

    @Test
    void usesWhatIsProvidedAsAKeyForTheNextSubgraph() {
        Federation.of(subgraph("a", """
                                type Query { order: Order }
                                type Order { buyer: Person @provides(fields: "email") }
                                type Person @key(fields: "id") { id: ID! email: String @external }
                                """, """
                                {"Query": {"order": {"buyer": {"id": "p", "email": "p@x"}}}}
                                """), subgraph("b", """
                                type Person @key(fields: "id") @key(fields: "email") { id: ID! email: String }
                                """, """
                                {"Person": [{"id": "p", "email": "p@x"}]}
                                """), subgraph("c", """
                                type Person @key(fields: "email") { email: String letters: Int }
                                """, """
                                {"Person": [{"email": "p@x", "letters": 4}]}
                                """))
                .ask("{ order { buyer { letters } } }")
                .answers("""
                        {"order": {"buyer": {"letters": 4}}}
                        """)
                .asking("a c");
    }

    @Test
    void providesBelowAnEntityThatAnotherSubgraphOwns() {
        Federation.of(subgraph("a", """
                                type Query { shop: Shop }
                                type Shop @key(fields: "id") { id: ID! }
                                """, """
                                {"Query": {"shop": {"id": "s"}}}
                                """), subgraph("b", """
                                type Shop @key(fields: "id") { id: ID! best: [Item!]! @provides(fields: "maker { name }") all: [Item!]! }
                                type Item @key(fields: "id") { id: ID! maker: Maker @shareable }
                                type Maker @key(fields: "id") { id: ID! name: String @external }
                                """, """
                                {"Shop": [{"id": "s", "best": [{"id": "1", "maker": {"id": "m", "name": "provided"}}],
                                   "all": [{"id": "1", "maker": {"id": "m"}}]}]}
                                """), subgraph("c", """
                                type Maker @key(fields: "id") { id: ID! name: String @shareable }
                                """, """
                                {"Maker": [{"id": "m", "name": "M"}]}
                                """))
                .ask("{ shop { best { maker { name } } } }")
                .answers("""
                        {"shop": {"best": [{"maker": {"name": "provided"}}]}}
                        """)
                .asking("a b");
    }

    private static final TestSubgraph SHELF = subgraph("shelf", """
            type Query { products: [Product!]! @provides(fields: "tags { id name }") }
            type Product @key(fields: "id") { id: ID! tags: [Tag!] @external }
            type Tag @key(fields: "id") { id: ID! @external name: String @external }
            """, """
            {"Query": {"products": [{"id": "p", "tags": [{"id": "t", "name": "provided"}]}]}}
            """);

    private static final TestSubgraph TAGS = subgraph("tags", """
            type Product @key(fields: "id") { id: ID! tags: [Tag!] @shareable }
            type Tag @key(fields: "id") { id: ID! below: [Tag!] }
            """, """
            {"Product": [{"id": "p", "tags": [{"id": "t", "below": [{"id": "u"}]}]}], "Tag": [{"id": "t", "below": [{"id": "u"}]}]}
            """);

    private static final TestSubgraph NAMES = subgraph("names", """
            type Tag @key(fields: "id") { id: ID! @shareable name: String @shareable }
            """, """
            {"Tag": [{"id": "t", "name": "T"}, {"id": "u", "name": "U"}]}
            """);

    /** In whichever order the subgraphs stand. */
    @Test
    void entersWithAProvidedKeyRatherThanAskForTheListAgain() {
        for (Federation federation : List.of(Federation.of(SHELF, TAGS, NAMES), Federation.of(NAMES, TAGS, SHELF))) {
            federation
                    .ask("{ products { tags { id name below { name } } } }")
                    .answers("""
                            {"products": [{"tags": [{"id": "t", "name": "provided", "below": [{"name": "U"}]}]}]}
                            """)
                    .planned("""
                            query plan, 3 requests
                            #0 shelf {
                              products {
                                tags {
                                  id
                                  name
                                }
                              }
                            }
                            #1 tags after #0 {
                              at products/tags
                                by Tag (id)
                                {
                                  ... on Tag {
                                    below {
                                      id # $id
                                    }
                                  }
                                }
                            }
                            #2 names after #1 {
                              at products/tags/below
                                by Tag (id from $id)
                                {
                                  ... on Tag {
                                    name
                                  }
                                }
                            }
                            """);
        }
    }
}
