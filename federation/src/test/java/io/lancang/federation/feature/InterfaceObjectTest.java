package io.lancang.federation.feature;

import static io.lancang.federation.feature.DataSubgraph.subgraph;

import io.lancang.federation.testing.TestSubgraph;
import org.junit.jupiter.api.Test;

/** Interfaces that one subgraph knows as an object. */
class InterfaceObjectTest {
    private static final TestSubgraph MEDIA = subgraph("media", """
            type Query { media: [Media!]! film: Film best: Media }
            interface Media @key(fields: "id") { id: ID! title: String }
            type Book implements Media @key(fields: "id") { id: ID! title: String pages: Int }
            type Film implements Media @key(fields: "id") { id: ID! title: String length: Int }
            """, """
            {"Query": {
               "media": [{"__typename": "Book", "id": "b", "title": "B", "pages": 3}, {"__typename": "Film", "id": "f", "title": "F", "length": 9}],
               "film": {"id": "f", "title": "F", "length": 9}, "best": {"__typename": "Book", "id": "b", "title": "B", "pages": 3}},
             "Media": [{"__typename": "Book", "id": "b", "title": "B", "pages": 3}, {"__typename": "Film", "id": "f", "title": "F", "length": 9}],
             "Book": [{"id": "b", "title": "B", "pages": 3}], "Film": [{"id": "f", "title": "F", "length": 9}]}
            """);

    private static final TestSubgraph REVIEWS = subgraph("reviews", """
            type Query { reviewed: [Media!]! top: Review }
            type Media @key(fields: "id") @interfaceObject {
              id: ID! title: String @external stars: Int reviews: [Review!]! slogan: String @requires(fields: "title") }
            type Review @key(fields: "id") { id: ID! text: String of: Media }
            """, """
            {"Query": {"reviewed": [{"id": "b", "stars": 5}, {"id": "f", "stars": 4}], "top": "@Review[0]"},
             "Media": [{"id": "b", "stars": 5, "reviews": [{"id": "r", "text": "good", "of": {"id": "b", "stars": 5}}], "slogan": "read {title}"},
                       {"id": "f", "stars": 4, "reviews": [], "slogan": "see {title}"}],
             "Review": [{"id": "r", "text": "good", "of": {"id": "b"}}]}
            """);

    private static final Federation LIBRARY = Federation.of(MEDIA, REVIEWS);

    @Test
    void addsAFieldToEveryImplementation() {
        LIBRARY.ask("{ media { title stars } }")
                .answers("""
                        {"media": [{"title": "B", "stars": 5}, {"title": "F", "stars": 4}]}
                        """)
                .asking("media reviews")
                .sends(1, "[{\"__typename\":\"Media\",\"id\":\"b\"},{\"__typename\":\"Media\",\"id\":\"f\"}]");
    }

    @Test
    void addsAFieldToAnImplementationThatIsReachedAsItself() {
        LIBRARY.ask("{ film { stars } }")
                .answers("""
                        {"film": {"stars": 4}}
                        """)
                .asking("media reviews")
                .sends(1, "[{\"__typename\":\"Media\",\"id\":\"f\"}]");
    }

    @Test
    void addsAFieldUnderAFragmentOnAnImplementation() {
        LIBRARY.ask("{ media { id ... on Film { stars length } } }")
                .answers("""
                        {"media": [{"id": "b"}, {"id": "f", "stars": 4, "length": 9}]}
                        """)
                .asking("media reviews")
                .sends(1, "[{\"__typename\":\"Media\",\"id\":\"f\"}]");
    }

    @Test
    void asksNobodyElseForWhatTheInterfaceObjectHas() {
        LIBRARY.ask("{ reviewed { id stars } }").answers("""
                        {"reviewed": [{"id": "b", "stars": 5}, {"id": "f", "stars": 4}]}
                        """).asking("reviews");
    }

    @Test
    void tellsTheTrueTypeOfAnInterfaceObject() {
        LIBRARY.ask("{ reviewed { __typename id type: __typename } }")
                .answers("""
                        {"reviewed": [{"__typename": "Book", "id": "b", "type": "Book"}, {"__typename": "Film", "id": "f", "type": "Film"}]}
                        """)
                .asking("reviews media");
    }

    @Test
    void appliesFragmentsOnImplementationsToAnInterfaceObject() {
        LIBRARY.ask("{ reviewed { stars ... on Book { pages } ... on Film { length title } } }")
                .answers("""
                        {"reviewed": [{"stars": 5, "pages": 3}, {"stars": 4, "length": 9, "title": "F"}]}
                        """)
                .asking("reviews media");
    }

    @Test
    void asksForInterfaceFieldsOfAnInterfaceObject() {
        LIBRARY.ask("{ reviewed { title } }")
                .answers("""
                        {"reviewed": [{"title": "B"}, {"title": "F"}]}
                        """)
                .asking("reviews media")
                .sends(1, "[{\"__typename\":\"Media\",\"id\":\"b\"},{\"__typename\":\"Media\",\"id\":\"f\"}]");
    }

    @Test
    void requiresAFieldOfTheInterface() {
        LIBRARY.ask("{ media { slogan } }").answers("""
                        {"media": [{"slogan": "read B"}, {"slogan": "see F"}]}
                        """).asking("media reviews");
        LIBRARY.ask("{ reviewed { slogan } }").answers("""
                        {"reviewed": [{"slogan": "read B"}, {"slogan": "see F"}]}
                        """).asking("reviews media reviews");
        LIBRARY.ask("{ film { slogan } }").answers("""
                        {"film": {"slogan": "see F"}}
                        """).asking("media reviews");
    }

    @Test
    void goesFromAnInterfaceObjectToAnEntityAndBack() {
        LIBRARY.ask("{ media { reviews { text of { stars title __typename } } } }")
                .answers("""
                        {"media": [{"reviews": [{"text": "good", "of": {"stars": 5, "title": "B", "__typename": "Book"}}]}, {"reviews": []}]}
                        """)
                .asking("media reviews media");
        LIBRARY.ask("{ top { of { title } } }").answers("""
                        {"top": {"of": {"title": "B"}}}
                        """).asking("reviews media");
    }

    @Test
    void addsFieldsFromSeveralInterfaceObjects() {
        Federation.of(MEDIA, REVIEWS, subgraph("loans", """
                                type Media @key(fields: "id") @interfaceObject { id: ID! loans: Int }
                                """, """
                                {"Media": [{"id": "b", "loans": 1}, {"id": "f", "loans": 2}]}
                                """))
                .ask("{ media { stars loans } reviewed { loans } }")
                .answers("""
                        {"media": [{"stars": 5, "loans": 1}, {"stars": 4, "loans": 2}], "reviewed": [{"loans": 1}, {"loans": 2}]}
                        """);
    }

    @Test
    void nullsAnInterfaceObjectOfNoKnownType() {
        Federation.of(MEDIA, subgraph("shelves", """
                                type Query { shelf: [Media]! }
                                type Media @key(fields: "id") @interfaceObject { id: ID! place: Int }
                                """, """
                                {"Query": {"shelf": [{"id": "b", "place": 1}, {"id": "lost", "place": 2}]}}
                                """))
                .ask("{ shelf { place __typename } }")
                .answersInPart("""
                        {"shelf": [{"place": 1, "__typename": "Book"}, null]}
                        """, "SUBGRAPH_INVALID_RESPONSE shelf/1");
    }

    @Test
    void showsAnInterfaceObjectOfNoKnownTypeWhereItsTypeDoesNotMatter() {
        Federation federation = Federation.of(MEDIA, subgraph("shelves", """
                type Query { shelf: [Media]! }
                type Media @key(fields: "id") @interfaceObject { id: ID! place: Int }
                """, """
                {"Query": {"shelf": [{"id": "b", "place": 1}, {"id": "lost", "place": 2}]}}
                """));
        federation
                .ask("{ shelf { place ... on Media { id } } }")
                .answers("{\"shelf\": [{\"place\": 1, \"id\": \"b\"}, {\"place\": 2, \"id\": \"lost\"}]}")
                .asking("shelves");
        federation
                .ask("{ shelf { place title } }")
                .answers("{\"shelf\": [{\"place\": 1, \"title\": \"B\"}, {\"place\": 2, \"title\": null}]}")
                .asking("shelves media");
        federation
                .ask("{ shelf { place ... on Book { pages } } }")
                .answersInPart(
                        "{\"shelf\": [{\"place\": 1, \"pages\": 3}, null]}", "SUBGRAPH_INVALID_RESPONSE shelf/1");
    }

    @Test
    void asksNobodyForTypesThatNobodySeesThoughAllFieldsAreExcluded() {
        String query = "query ($x: Boolean!) { reviewed { stars @skip(if: $x) title @include(if: $x) } }";
        LIBRARY.with("{\"x\": true}")
                .ask(query)
                .answers("{\"reviewed\": [{\"title\": \"B\"}, {\"title\": \"F\"}]}")
                .asking("reviews media");
        LIBRARY.with("{\"x\": false}")
                .ask(query)
                .answers("{\"reviewed\": [{\"stars\": 5}, {\"stars\": 4}]}")
                .asking("reviews");
        LIBRARY.with("{\"x\": true}")
                .ask("query ($x: Boolean!) { reviewed { stars @skip(if: $x) } }")
                .answers("{\"reviewed\": [{}, {}]}")
                .asking("reviews");
    }

    @Test
    void asksForTypesWhereClientsMustNotSeeSome() {
        Federation.of(subgraph("media", """
                        type Query { media: [Media!]! }
                        interface Media @key(fields: "id") { id: ID! }
                        type Book implements Media @key(fields: "id") { id: ID! }
                        type Draft implements Media @key(fields: "id") @inaccessible { id: ID! }
                        """, """
                        {"Query": {"media": []}, "Media": [{"__typename": "Book", "id": "b"}, {"__typename": "Draft", "id": "d"}]}
                        """), subgraph("shelves", """
                        type Query { shelf: [Media]! }
                        type Media @key(fields: "id") @interfaceObject { id: ID! place: Int }
                        """, """
                        {"Query": {"shelf": [{"id": "b", "place": 1}, {"id": "d", "place": 2}]}}
                        """))
                .ask("{ shelf { place } }")
                .asking("shelves media");
    }

    @Test
    void takesNoFragmentForANarrowerOneThatAppliesToNoObject() {
        LIBRARY_WITH_MAPS
                .ask("{ reviewed { stars ... on Printed { ... on Atlas { maps } } } }")
                .answers("{\"reviewed\": [{\"stars\": 5}, {\"stars\": 4}]}")
                .asking("reviews");
    }

    private static final Federation LIBRARY_WITH_MAPS = Federation.of(MEDIA, REVIEWS, subgraph("maps", """
                    type Query { printed: [Printed] }
                    interface Printed { colour: String }
                    type Book implements Printed @key(fields: "id") { id: ID! colour: String }
                    type Atlas implements Printed { colour: String maps: Int }
                    """, """
                    {"Query": {"printed": []}, "Book": []}
                    """));

    private static final Federation NOT_RESOLVABLE = Federation.of(subgraph("a", """
                    type Query { products: [Product!]! }
                    interface Product @key(fields: "id") { id: ID! name: String }
                    type Bread implements Product @key(fields: "id") { id: ID! name: String }
                    type Rice implements Product @key(fields: "id") { id: ID! name: String }
                    """, """
                    {"Query": {"products": [{"__typename": "Bread", "id": "1", "name": "bread"}]},
                     "Product": [{"__typename": "Bread", "id": "1", "name": "bread"}]}
                    """), subgraph("b", """
                    type Query { sold: [Product!]! }
                    type Product @key(fields: "id", resolvable: false) @interfaceObject { id: ID! }
                    """, """
                    {"Query": {"sold": [{"id": "1"}]}}
                    """));

    @Test
    void refersToAnInterfaceByAnObjectThatIsNotResolvable() {
        NOT_RESOLVABLE.ask("{ sold { id name __typename } }").answers("""
                        {"sold": [{"id": "1", "name": "bread", "__typename": "Bread"}]}
                        """).asking("b a");
        NOT_RESOLVABLE.ask("{ products { id name } }").answers("""
                        {"products": [{"id": "1", "name": "bread"}]}
                        """).asking("a");
    }

    @Test
    void nestsInterfaceObjects() {
        Federation.of(subgraph("core", """
                                type Query { owners: [Owner!]! }
                                interface Owner @key(fields: "id") { id: ID! name: String }
                                type Person implements Owner @key(fields: "id") { id: ID! name: String }
                                type Firm implements Owner @key(fields: "id") { id: ID! name: String }
                                interface Asset @key(fields: "id") { id: ID! label: String }
                                type Car implements Asset @key(fields: "id") { id: ID! label: String }
                                type House implements Asset @key(fields: "id") { id: ID! label: String }
                                """, """
                                {"Query": {"owners": [{"__typename": "Person", "id": "p", "name": "Li"}, {"__typename": "Firm", "id": "f", "name": "Co"}]},
                                 "Owner": [{"__typename": "Person", "id": "p", "name": "Li"}, {"__typename": "Firm", "id": "f", "name": "Co"}],
                                 "Asset": [{"__typename": "Car", "id": "c", "label": "red"}, {"__typename": "House", "id": "h", "label": "old"}]}
                                """), subgraph("register", """
                                type Owner @key(fields: "id") @interfaceObject { id: ID! assets: [Asset!]! }
                                type Asset @key(fields: "id") @interfaceObject { id: ID! owner: Owner value: Int }
                                """, """
                                {"Owner": [{"id": "p", "assets": [{"id": "c", "value": 1, "owner": {"id": "p"}}, {"id": "h", "value": 2, "owner": {"id": "f"}}]},
                                           {"id": "f", "assets": []}]}
                                """))
                .ask("{ owners { name assets { value label __typename owner { name __typename } } } }")
                .answers("""
                        {"owners": [
                          {"name": "Li", "assets": [
                            {"value": 1, "label": "red", "__typename": "Car", "owner": {"name": "Li", "__typename": "Person"}},
                            {"value": 2, "label": "old", "__typename": "House", "owner": {"name": "Co", "__typename": "Firm"}}]},
                          {"name": "Co", "assets": []}]}
                        """)
                .asking("core register core");
    }

    private static final Federation SCORES = Federation.of(subgraph("core", """
                    type Query { things: [Thing!]! }
                    interface Thing @key(fields: "id") { id: ID! }
                    type One implements Thing @key(fields: "id") { id: ID! score: Int @shareable }
                    type Two implements Thing @key(fields: "id") { id: ID! }
                    """, """
                    {"Query": {"things": [{"__typename": "One", "id": "1", "score": 1}, {"__typename": "Two", "id": "2"}]}}
                    """), subgraph("scores", """
                    type Thing @key(fields: "id") @interfaceObject { id: ID! score: Int @shareable }
                    """, """
                    {"Thing": [{"id": "1", "score": 1}, {"id": "2", "score": 2}]}
                    """));

    @Test
    void takesAFieldOfAllObjectsFromTheInterfaceObjectThoughOneTypeHasItElsewhere() {
        SCORES.ask("{ things { score } }")
                .answers("{\"things\": [{\"score\": 1}, {\"score\": 2}]}")
                .planned("""
                        query plan, 2 requests
                        #0 core {
                          things {
                            id # $id
                          }
                        }
                        #1 scores after #0 {
                          at things
                            by Thing (id from $id)
                            {
                              ... on Thing {
                                score
                              }
                            }
                        }
                        """);
        SCORES.ask("{ things { ... on One { score } } }")
                .answers("{\"things\": [{\"score\": 1}, {}]}")
                .asking("core");
    }
}
