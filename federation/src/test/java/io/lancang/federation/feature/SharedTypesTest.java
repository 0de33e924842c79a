package io.lancang.federation.feature;

import static io.lancang.federation.feature.DataSubgraph.subgraph;

import org.junit.jupiter.api.Test;

/** Types without keys whose fields several subgraphs have, and root fields of several subgraphs. */
class SharedTypesTest {
    private static final Federation SPLIT_VALUE =
            Federation.of(subgraph("places", """
                    type Query { places: [Place!]! }
                    type Place @key(fields: "id") { id: ID! where: Where @shareable tags: [Tag!] @shareable }
                    type Where @shareable { lat: Float }
                    type Tag @shareable { code: ID! }
                    """, """
                    {"Query": {"places": "@Place"}, "Place": [
                      {"id": "1", "where": {"lat": 18.5}, "tags": [{"code": "x"}, {"code": "y"}]},
                      {"id": "2", "where": null, "tags": []}]}
                    """), subgraph("maps", """
                    type Place @key(fields: "id") { id: ID! where: Where @shareable tags: [Tag!] @shareable }
                    type Where { lat: Float @shareable lon: Float zone: Zone }
                    type Zone { name: String }
                    type Tag { code: ID! @shareable colour: String }
                    """, """
                    {"Place": [
                      {"id": "1", "where": {"lat": 18.5, "lon": 102.6, "zone": {"name": "UTM 48"}},
                       "tags": [{"code": "x", "colour": "red"}, {"code": "y", "colour": "blue"}]},
                      {"id": "2", "where": null, "tags": []}]}
                    """));

    @Test
    void reachesAFieldOfAValueOnlyThroughTheEntityAboveIt() {
        SPLIT_VALUE.ask("{ places { where { lat lon } } }").answers("""
                        {"places": [{"where": {"lat": 18.5, "lon": 102.6}}, {"where": null}]}
                        """).asking("places maps");
    }

    @Test
    void takesTheWholeValueFromOneSubgraphWhereOneHasItAll() {
        SPLIT_VALUE
                .ask("{ places { where { lon zone { name } } } }")
                .answers("""
                        {"places": [{"where": {"lon": 102.6, "zone": {"name": "UTM 48"}}}, {"where": null}]}
                        """)
                .asking("places maps")
                .sends(0, "{places{id}}");
    }

    @Test
    void mergesListsOfValuesItemByItem() {
        SPLIT_VALUE.ask("{ places { tags { code colour } } }").answers("""
                        {"places": [
                          {"tags": [{"code": "x", "colour": "red"}, {"code": "y", "colour": "blue"}]}, {"tags": []}]}
                        """).asking("places maps");
    }

    @Test
    void reentersTheEntityAboveALongWayOfValues() {
        Federation.of(subgraph("a", """
                                type Query { company: Company }
                                type Company @key(fields: "id") { id: ID! board: Board @shareable }
                                type Board @shareable { head: Head }
                                type Head @shareable { name: String }
                                """, """
                                {"Query": {"company": {"id": "c", "board": {"head": {"name": "Li"}}}}}
                                """), subgraph("b", """
                                type Company @key(fields: "id") { id: ID! board: Board @shareable }
                                type Board @shareable { head: Head }
                                type Head { name: String @shareable salary: Int }
                                """, """
                                {"Company": [{"id": "c", "board": {"head": {"name": "Li", "salary": 5}}}]}
                                """))
                .ask("{ company { board { head { name salary } } } }")
                .answers("""
                        {"company": {"board": {"head": {"name": "Li", "salary": 5}}}}
                        """)
                .asking("a b");
    }

    @Test
    void findsAnEntityBelowAValueThatOnlyOneSubgraphHas() {
        Federation.of(subgraph("a", """
                                type Query { home: Home }
                                type Home @key(fields: "id") { id: ID! }
                                type Owner @key(fields: "id") { id: ID! name: String }
                                """, """
                                {"Query": {"home": {"id": "h"}}, "Owner": [{"id": "o", "name": "Sok"}]}
                                """), subgraph("b", """
                                type Home @key(fields: "id") { id: ID! deed: Deed }
                                type Deed { owners: [Owner!]! }
                                type Owner @key(fields: "id") { id: ID! }
                                """, """
                                {"Home": [{"id": "h", "deed": {"owners": [{"id": "o"}]}}]}
                                """))
                .ask("{ home { deed { owners { name } } } }")
                .answers("""
                        {"home": {"deed": {"owners": [{"name": "Sok"}]}}}
                        """)
                .asking("a b a");
    }

    private static final Federation SHARED_ROOT =
            Federation.of(subgraph("names", """
                    type Query { best: Product @shareable }
                    type Product @key(fields: "id") { id: ID! name: String }
                    """, """
                    {"Query": {"best": {"id": "1", "name": "Tea"}}, "Product": [{"id": "1", "name": "Tea"}]}
                    """), subgraph("prices", """
                    type Query { best: Product @shareable }
                    type Product @key(fields: "id") { id: ID! price: Int }
                    """, """
                    {"Query": {"best": {"id": "1", "price": 9}}, "Product": [{"id": "1", "price": 9}]}
                    """));

    @Test
    void asksTheSubgraphOfASharedRootFieldThatHasWhatIsSelected() {
        SHARED_ROOT.ask("{ best { price } }").answers("""
                {"best": {"price": 9}}
                """).asking("prices");
        SHARED_ROOT.ask("{ best { name id } }").answers("""
                {"best": {"name": "Tea", "id": "1"}}
                """).asking("names");
    }

    @Test
    void asksBothSubgraphsOfASharedRootFieldSideBySide() {
        SHARED_ROOT.ask("{ best { name price } }").answers("""
                        {"best": {"name": "Tea", "price": 9}}
                        """).planned("""
                        query plan, 2 requests
                        #0 names {
                          best {
                            name
                          }
                        }
                        #1 prices {
                          best {
                            price
                          }
                        }
                        """);
    }

    @Test
    void mergesSharedRootFieldsWithoutAnyKey() {
        Federation.of(subgraph("a", """
                                type Query { info: Info @shareable }
                                type Info @shareable { version: Int }
                                """, """
                                {"Query": {"info": {"version": 3}}}
                                """), subgraph("b", """
                                type Query { info: Info @shareable }
                                type Info { version: Int @shareable uptime: Int }
                                """, """
                                {"Query": {"info": {"version": 3, "uptime": 60}}}
                                """))
                .ask("{ info { version uptime } }")
                .answers("""
                        {"info": {"version": 3, "uptime": 60}}
                        """)
                .asking("b");
    }

    @Test
    void putsSharedFieldsWhereARequestGoesAnyway() {
        Federation.of(subgraph("a", """
                                type Query { thing: Thing }
                                type Thing @key(fields: "id") { id: ID! }
                                """, """
                                {"Query": {"thing": {"id": "1"}}}
                                """), subgraph("b", """
                                type Thing @key(fields: "id") { id: ID! shared: Int @shareable }
                                """, """
                                {"Thing": [{"id": "1", "shared": 1}]}
                                """), subgraph("c", """
                                type Thing @key(fields: "id") { id: ID! shared: Int @shareable own: Int }
                                """, """
                                {"Thing": [{"id": "1", "shared": 1, "own": 2}]}
                                """))
                .ask("{ thing { shared own } }")
                .answers("""
                        {"thing": {"shared": 1, "own": 2}}
                        """)
                .asking("a c");
    }

    @Test
    void takesTheKeyOfASharedRootFieldFromWhoIsAskedAnyway() {
        Federation.of(subgraph("a", """
                                type Query { book: Book @shareable }
                                type Book @key(fields: "id") { id: ID! title: String @shareable }
                                """, """
                                {"Query": {"book": {"id": "1", "title": "T"}}, "Book": []}
                                """), subgraph("b", """
                                type Query { book: Book @shareable books: [Book!]! }
                                type Book @key(fields: "id") { id: ID! title: String @shareable }
                                """, """
                                {"Query": {"book": {"id": "1", "title": "T"}, "books": [{"id": "2", "title": "U"}]}, "Book": []}
                                """), subgraph("c", """
                                type Book @key(fields: "id") { id: ID! pages: Int }
                                """, """
                                {"Book": [{"id": "1", "pages": 7}]}
                                """))
                .ask("{ books { title } book { pages } }")
                .answers("""
                        {"books": [{"title": "U"}], "book": {"pages": 7}}
                        """)
                .asking("b c");
    }

    /** Nothing proves that two subgraphs have the same items in the same order. */
    @Test
    void entersTheItemsOfASharedListByTheirKeyRatherThanJoinTwoLists() {
        Federation.of(subgraph("a", """
                                type Query { items: [Item!]! @shareable }
                                type Item @key(fields: "id") { id: ID! name: String }
                                """, """
                                {"Query": {"items": [{"id": "1", "name": "one"}, {"id": "2", "name": "two"}]}}
                                """), subgraph("b", """
                                type Query { items: [Item!]! @shareable }
                                type Item @key(fields: "id") { id: ID! price: Int }
                                """, """
                                {"Query": {"items": [{"id": "2", "price": 20}, {"id": "1", "price": 10}]},
                                 "Item": [{"id": "1", "price": 10}, {"id": "2", "price": 20}]}
                                """))
                .ask("{ items { name price } }")
                .answers("{\"items\": [{\"name\": \"one\", \"price\": 10}, {\"name\": \"two\", \"price\": 20}]}")
                .asking("a b");
    }
}
