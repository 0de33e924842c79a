package io.lancang.federation.feature;

import static io.lancang.federation.feature.DataSubgraph.subgraph;

import io.lancang.federation.testing.TestSubgraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A library of books, films and games: the catalogue knows the types, ratings and loans know media only, and loans need what
 * ratings know. Nobody has rated the game.
 */
class MediaLibraryTest {
    private static final TestSubgraph CATALOGUE = subgraph("catalogue", """
            type Query { media: [Media!]! item(id: ID!): Media book: Book person: Person }
            type Mutation { acquire(title: String!): Media! withdraw(id: ID!): Media }
            interface Media @key(fields: "id") { id: ID! title: String! year: Int }
            type Book implements Media @key(fields: "id") { id: ID! title: String! year: Int pages: Int author: Person }
            type Film implements Media @key(fields: "id") { id: ID! title: String! year: Int minutes: Int basedOn: Media }
            type Game implements Media @key(fields: "id") { id: ID! title: String! year: Int players: String }
            type Person @key(fields: "name") { name: ID! favourite: Media }
            """, """
            {"Query": {"media": [{"__typename": "Book", "id": "b", "title": "Rivers", "year": 1999, "pages": 300, "author": "@Person[0]"},
                                 {"__typename": "Film", "id": "f", "title": "Rails", "year": 2021, "minutes": 90, "basedOn": "@Book[0]"},
                                 {"__typename": "Game", "id": "g", "title": "Ports", "year": null, "players": "2-4"}],
                       "item": {"$by": "id", "b": "@Book[0]", "f": "@Film[0]", "g": "@Game[0]"}, "book": "@Book[0]", "person": "@Person[0]"},
             "Mutation": {"acquire": "@Game[0]", "withdraw": {"$by": "id", "b": "@Book[0]"}},
             "Media": [{"__typename": "Book", "id": "b", "title": "Rivers", "year": 1999, "pages": 300, "author": "@Person[0]"},
                       {"__typename": "Film", "id": "f", "title": "Rails", "year": 2021, "minutes": 90, "basedOn": "@Book[0]"},
                       {"__typename": "Game", "id": "g", "title": "Ports", "year": null, "players": "2-4"}],
             "Book": [{"id": "b", "title": "Rivers", "year": 1999, "pages": 300, "author": "@Person[0]"}],
             "Film": [{"id": "f", "title": "Rails", "year": 2021, "minutes": 90, "basedOn": "@Book[0]"}],
             "Game": [{"id": "g", "title": "Ports", "year": null, "players": "2-4"}],
             "Person": [{"name": "Li", "favourite": "@Film[0]"}]}
            """);

    private static final String RATINGS_BOOK = """
            {"id": "b", "stars": 5.0, "verdict": "{title} of {year}", "similar": "@Media[1]",
             "reviews": [{"id": "r", "text": "good", "of": "@Media[0]", "by": "@Person[0]"}]}
            """;

    private static final String RATINGS_FILM = """
            {"id": "f", "stars": 4.5, "verdict": "{title} of {year}", "similar": null, "reviews": []}
            """;

    private static final TestSubgraph RATINGS =
            subgraph("ratings", """
            type Query { best: Media rated: [Media]! unrated: Media review: Review }
            type Mutation { rate(id: ID!, stars: Float!): Media }
            type Media @key(fields: "id") @interfaceObject {
              id: ID! title: String! @external year: Int @external
              stars: Float verdict: String @requires(fields: "title year") reviews: [Review!] similar: Media }
            type Review @key(fields: "id") { id: ID! text: String of: Media by: Person }
            type Person @key(fields: "name") { name: ID! lastReview: Review }
            """, """
            {"Query": {"best": "@Media[0]", "rated": [$FILM, null, $BOOK], "unrated": null, "review": "@Review[0]"},
             "Mutation": {"rate": {"$by": "id", "b": "@Media[0]", "f": "@Media[1]"}},
             "Media": [$BOOK, $FILM],
             "Review": [{"id": "r", "text": "good", "of": "@Media[0]", "by": "@Person[0]"}],
             "Person": [{"name": "Li", "lastReview": "@Review[0]"}]}
            """.replace("$BOOK", RATINGS_BOOK).replace("$FILM", RATINGS_FILM));

    private static final TestSubgraph LOANS = subgraph("loans", """
            type Query { lent: [Media!]! }
            type Media @key(fields: "id") @interfaceObject {
              id: ID! stars: Float @external title: String! @external copies: Int queue: String @requires(fields: "stars title") }
            """, """
            {"Query": {"lent": [{"id": "g", "copies": 1, "queue": "{stars} for {title}"}, {"id": "f", "copies": 2, "queue": "{stars} for {title}"}]},
             "Media": [{"id": "b", "copies": 3, "queue": "{stars} for {title}"}, {"id": "f", "copies": 2, "queue": "{stars} for {title}"},
                       {"id": "g", "copies": 1, "queue": "{stars} for {title}"}]}
            """);

    private static final String WHOLE_BOOK = """
            {"__typename": "Book", "id": "b", "title": "Rivers", "year": 1999, "pages": 300, "author": "@Person[0]", "stars": 5.0, "copies": 3,
             "verdict": "Rivers of 1999", "queue": "5.0 for Rivers", "similar": "@Film[0]",
             "reviews": [{"id": "r", "text": "good", "of": "@Book[0]", "by": "@Person[0]"}]}
            """;

    private static final String WHOLE_FILM = """
            {"__typename": "Film", "id": "f", "title": "Rails", "year": 2021, "minutes": 90, "basedOn": "@Book[0]", "stars": 4.5, "copies": 2,
             "verdict": "Rails of 2021", "queue": "4.5 for Rails", "similar": null, "reviews": []}
            """;

    private static final String WHOLE_GAME = """
            {"__typename": "Game", "id": "g", "title": "Ports", "year": null, "players": "2-4", "stars": null, "copies": 1,
             "verdict": null, "queue": "null for Ports", "similar": null, "reviews": null}
            """;

    private static final TestSubgraph WHOLE = subgraph("whole", """
            type Query { media: [Media!]! item(id: ID!): Media book: Book person: Person
              best: Media rated: [Media]! unrated: Media review: Review lent: [Media!]! }
            type Mutation { acquire(title: String!): Media! withdraw(id: ID!): Media rate(id: ID!, stars: Float!): Media }
            interface Media { id: ID! title: String! year: Int stars: Float verdict: String reviews: [Review!] similar: Media copies: Int queue: String }
            type Book implements Media { id: ID! title: String! year: Int stars: Float verdict: String reviews: [Review!] similar: Media
              copies: Int queue: String pages: Int author: Person }
            type Film implements Media { id: ID! title: String! year: Int stars: Float verdict: String reviews: [Review!] similar: Media
              copies: Int queue: String minutes: Int basedOn: Media }
            type Game implements Media { id: ID! title: String! year: Int stars: Float verdict: String reviews: [Review!] similar: Media
              copies: Int queue: String players: String }
            type Person { name: ID! favourite: Media lastReview: Review }
            type Review { id: ID! text: String of: Media by: Person }
            """, """
            {"Query": {"media": [$BOOK, $FILM, $GAME], "item": {"$by": "id", "b": "@Book[0]", "f": "@Film[0]", "g": "@Game[0]"},
               "book": "@Book[0]", "person": "@Person[0]", "best": "@Book[0]", "rated": [$FILM, null, $BOOK], "unrated": null,
               "review": "@Review[0]", "lent": [$GAME, $FILM]},
             "Mutation": {"acquire": "@Game[0]", "withdraw": {"$by": "id", "b": "@Book[0]"}, "rate": {"$by": "id", "b": "@Book[0]", "f": "@Film[0]"}},
             "Book": [$BOOK], "Film": [$FILM], "Game": [$GAME],
             "Person": [{"name": "Li", "favourite": "@Film[0]", "lastReview": "@Review[0]"}],
             "Review": [{"id": "r", "text": "good", "of": "@Book[0]", "by": "@Person[0]"}]}
            """.replace("$BOOK", WHOLE_BOOK)
            .replace("$FILM", WHOLE_FILM)
            .replace("$GAME", WHOLE_GAME));

    private static final Judged LIBRARY = Judged.by(WHOLE, CATALOGUE, RATINGS, LOANS);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ media { id title stars copies } }",
                "{ media { __typename verdict queue } }",
                "{ media { queue ... on Book { stars author { name favourite { title stars } } } ... on Film { basedOn { __typename verdict } } } }",
                "{ best { __typename id stars } }",
                "{ best { title queue similar { __typename title queue ... on Film { minutes } } } }",
                "{ rated { __typename ... on Book { pages title } ... on Film { minutes copies } } }",
                "{ rated { stars ... on Game { players } } unrated { __typename title } }",
                "{ lent { __typename title stars ... on Game { players } } }",
                "{ lent { queue verdict ... on Film { basedOn { queue ... on Book { verdict } } } } }",
                "{ lent { kind: __typename name: title waiting: queue ... on Media { reviews { text by { favourite { copies } } } } } }",
                "{ review { of { __typename title queue } by { name lastReview { of { ... on Book { pages } } } } } }",
                "{ person { favourite { __typename verdict copies } lastReview { text of { copies title } } } }",
                "{ book { verdict reviews { of { id __typename similar { verdict } } } similar { ... on Film { queue } } } }",
                "{ a: item(id: \"g\") { stars verdict queue title } b: item(id: \"f\") { queue } c: item(id: \"none\") { stars } }",
                "{ media { ...Rated ... on Game { ...Rated players } } } fragment Rated on Media { stars ...Lent } fragment Lent on Media { copies title }",
            })
    void answersAsTheWholeGraph(String query) {
        LIBRARY.ask(query);
    }

    @Test
    void answersAsTheWholeGraphUnderConditions() {
        LIBRARY.askInEveryCase("""
                query ($x: Boolean!, $y: Boolean!) {
                  media { id stars @include(if: $x) ... on Book @skip(if: $y) { queue title } ... on Film { queue @include(if: $y) } }
                  best @skip(if: $x) { __typename @include(if: $y) verdict title @skip(if: $y) }
                }
                """);
        LIBRARY.askInEveryCase("""
                query ($x: Boolean!, $y: Boolean!) {
                  lent { ... @include(if: $x) { __typename queue } ... on Film @include(if: $y) { minutes verdict } copies }
                }
                """);
    }

    @Test
    void answersMutationsThatReturnTheInterface() {
        LIBRARY.ask("""
                mutation {
                  acquire(title: "Ports") { __typename id stars copies ... on Game { players } }
                  rate(id: "f", stars: 4.5) { __typename title stars queue }
                  withdraw(id: "b") { verdict queue ... on Book { author { name } } }
                  gone: withdraw(id: "x") { stars }
                  again: rate(id: "b", stars: 5) { similar { title __typename } }
                }
                """)
                .asking("catalogue loans ratings ratings catalogue loans catalogue ratings loans ratings catalogue");
    }
}
