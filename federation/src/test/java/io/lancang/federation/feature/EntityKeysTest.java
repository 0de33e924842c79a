package io.lancang.federation.feature;

import static io.lancang.federation.feature.DataSubgraph.subgraph;

import org.junit.jupiter.api.Test;

/** Objects that several subgraphs know by their keys. */
class EntityKeysTest {
    @Test
    void joinsByAKeyOfSeveralFields() {
        Federation.of(subgraph("stock", """
                                type Query { parts: [Part!]! }
                                type Part @key(fields: "maker number") { maker: ID! number: Int! }
                                """, """
                                {"Query": {"parts": "@Part"}, "Part": [
                                  {"maker": "a", "number": 1}, {"maker": "a", "number": 2}, {"maker": "b", "number": 1}]}
                                """), subgraph("prices", """
                                type Part @key(fields: "number maker") { maker: ID! number: Int! price: Int }
                                """, """
                                {"Part": [{"maker": "b", "number": 1, "price": 30}, {"maker": "a", "number": 1, "price": 10}]}
                                """))
                .ask("{ parts { price } }")
                .answers("""
                        {"parts": [{"price": 10}, {"price": null}, {"price": 30}]}
                        """)
                .asking("stock prices");
    }

    @Test
    void joinsByObjectsAndListsInsideOfAKey() {
        Federation.of(subgraph("orders", """
                                type Query { orders: [Order!]! }
                                type Order @key(fields: "seller { country { code } } items { id }") {
                                  seller: Seller! items: [Item!]!
                                }
                                type Seller @shareable { country: Country! }
                                type Country @shareable { code: ID! }
                                type Item @shareable { id: ID! }
                                """, """
                                {"Query": {"orders": [
                                  {"seller": {"country": {"code": "LAO"}}, "items": [{"id": "1"}, {"id": "2"}]},
                                  {"seller": {"country": {"code": "VNM"}}, "items": []}]}}
                                """), subgraph("freight", """
                                type Order @key(fields: "seller { country { code } } items { id }") {
                                  seller: Seller! items: [Item!]! tons: Int
                                }
                                type Seller @shareable { country: Country! }
                                type Country @shareable { code: ID! }
                                type Item @shareable { id: ID! }
                                """, """
                                {"Order": [
                                  {"seller": {"country": {"code": "VNM"}}, "items": [], "tons": 0},
                                  {"seller": {"country": {"code": "LAO"}}, "items": [{"id": "1"}, {"id": "2"}], "tons": 7}]}
                                """))
                .ask("{ orders { tons } }")
                .answers("""
                        {"orders": [{"tons": 7}, {"tons": 0}]}
                        """)
                .asking("orders freight")
                .sends(0, "{orders{seller{country{code}}items{id}}}");
    }

    @Test
    void takesTheKeyThatIsAtHandAmongSeveral() {
        Federation.of(subgraph("people", """
                                type Query { byEmail: Person byId: Person }
                                type Person @key(fields: "id") @key(fields: "email") { id: ID! email: String! }
                                """, """
                                {"Query": {"byEmail": "@Person[0]", "byId": "@Person[0]"},
                                 "Person": [{"id": "p", "email": "p@x"}]}
                                """), subgraph("letters", """
                                type Person @key(fields: "email") { email: String! unread: Int }
                                """, """
                                {"Person": [{"email": "p@x", "unread": 3}]}
                                """), subgraph("badges", """
                                type Person @key(fields: "id") { id: ID! badge: String }
                                """, """
                                {"Person": [{"id": "p", "badge": "blue"}]}
                                """))
                .ask("{ byId { unread badge } }")
                .answers("""
                        {"byId": {"unread": 3, "badge": "blue"}}
                        """)
                .asking("people letters badges");
    }

    @Test
    void followsAChainOfKeysOverSubgraphsThatAnswerNothingElse() {
        Federation.of(
                        subgraph("a", """
                                type Query { things: [Thing] }
                                type Thing @key(fields: "a") { a: ID! }
                                """, """
                                {"Query": {"things": [{"a": "1"}, {"a": "2"}, null, {"a": "3"}]}}
                                """),
                        subgraph("b", """
                                type Thing @key(fields: "a") @key(fields: "b") { a: ID! b: ID! }
                                """, """
                                {"Thing": [{"a": "1", "b": "b1"}, {"a": "3", "b": "b3"}]}
                                """),
                        subgraph("c", """
                                type Thing @key(fields: "b") @key(fields: "c") { b: ID! c: ID! }
                                """, """
                                {"Thing": [{"b": "b1", "c": "c1"}, {"b": "b3", "c": "c3"}]}
                                """),
                        subgraph("d", """
                                type Thing @key(fields: "c") { c: ID! name: String }
                                """, """
                                {"Thing": [{"c": "c3", "name": "third"}]}
                                """))
                .ask("{ things { name } }")
                .answers("""
                        {"things": [{"name": null}, {"name": null}, null, {"name": "third"}]}
                        """)
                .asking("a b c d")
                // The object that b does not know goes no further.
                .sends(
                        2,
                        "\"representations\":[{\"__typename\":\"Thing\",\"b\":\"b1\"},{\"__typename\":\"Thing\",\"b\":\"b3\"}]");
    }

    @Test
    void stopsAskingWhereTheChainBreaksForAllObjects() {
        Federation.of(subgraph("a", """
                                type Query { thing: Thing }
                                type Thing @key(fields: "a") { a: ID! }
                                """, """
                                {"Query": {"thing": {"a": "1"}}}
                                """), subgraph("b", """
                                type Thing @key(fields: "a") @key(fields: "b") { a: ID! b: ID! }
                                """, """
                                {"Thing": []}
                                """), subgraph("c", """
                                type Thing @key(fields: "b") { b: ID! name: String }
                                """, """
                                {"Thing": []}
                                """))
                .ask("{ thing { name } }")
                .answers("""
                        {"thing": {"name": null}}
                        """)
                .asking("a b");
    }

    @Test
    void leavesOutObjectsWhoseKeyIsNull() {
        Federation.of(subgraph("a", """
                                type Query { things: [Thing!]! }
                                type Thing @key(fields: "code owner { id }") { code: ID owner: Owner title: String }
                                type Owner @shareable { id: ID }
                                """, """
                                {"Query": {"things": [
                                  {"code": null, "owner": {"id": "o"}, "title": "no code"},
                                  {"code": "1", "owner": null, "title": "no owner"},
                                  {"code": "1", "owner": {"id": null}, "title": "no id"},
                                  {"code": "1", "owner": {"id": "o"}, "title": "whole"}]}}
                                """), subgraph("b", """
                                type Thing @key(fields: "code owner { id }") { code: ID owner: Owner note: String }
                                type Owner @shareable { id: ID }
                                """, """
                                {"Thing": [{"note": "found"}]}
                                """))
                .ask("{ things { title note } }")
                .answers("""
                        {"things": [{"title": "no code", "note": null}, {"title": "no owner", "note": null},
                          {"title": "no id", "note": null}, {"title": "whole", "note": "found"}]}
                        """)
                .sends(1, "\"representations\":[{\"__typename\":\"Thing\",\"code\":\"1\",\"owner\":{\"id\":\"o\"}}]");
    }

    @Test
    void nullsWhatASubgraphNamesButNobodyCanResolve() {
        Federation.of(subgraph("reviews", """
                                type Query { reviews: [Review!]! }
                                type Review { stars: Int! book: Book! }
                                type Book @key(fields: "isbn") { isbn: ID! }
                                """, """
                                {"Query": {"reviews": [
                                  {"stars": 5, "book": {"isbn": "1"}}, {"stars": 1, "book": {"isbn": "lost"}}]}}
                                """), subgraph("books", """
                                type Book @key(fields: "isbn") { isbn: ID! title: String! }
                                """, """
                                {"Book": [{"isbn": "1", "title": "One"}]}
                                """))
                .ask("{ reviews { stars book { isbn title } } }")
                .answersInPart("null", "SUBGRAPH_INVALID_RESPONSE reviews/1/book/title");
    }

    @Test
    void asksOnceForEqualEntitiesAndAnswersEachPlace() {
        Federation.of(subgraph("reviews", """
                                type Query { reviews: [Review!]! }
                                type Review { author: Author! }
                                type Author @key(fields: "id") { id: ID! }
                                """, """
                                {"Query": {"reviews": [
                                  {"author": {"id": "1"}}, {"author": {"id": "2"}}, {"author": {"id": "1"}}]}}
                                """), subgraph("authors", """
                                type Author @key(fields: "id") { id: ID! name: String }
                                """, """
                                {"Author": [{"id": "1", "name": "Li"}, {"id": "2", "name": "Sok"}]}
                                """))
                .ask("{ reviews { author { name } } }")
                .answers("""
                        {"reviews": [{"author": {"name": "Li"}}, {"author": {"name": "Sok"}}, {"author": {"name": "Li"}}]}
                        """)
                .sends(1, "[{\"__typename\":\"Author\",\"id\":\"1\"},{\"__typename\":\"Author\",\"id\":\"2\"}]");
    }

    @Test
    void goesAroundASubgraphWhoseKeyIsNotResolvable() {
        Federation.of(subgraph("list", """
                                type Query { things: [Thing!]! }
                                type Thing @key(fields: "id") { id: ID! }
                                """, """
                                {"Query": {"things": [{"id": "1"}]}}
                                """), subgraph("names", """
                                type Thing @key(fields: "id") { id: ID! name: String @shareable }
                                """, """
                                {"Thing": [{"id": "1", "name": "from names"}]}
                                """), subgraph("first", """
                                type Query { best: Thing }
                                type Thing @key(fields: "id", resolvable: false) { id: ID! name: String @shareable }
                                """, """
                                {"Query": {"best": {"id": "1", "name": "from first"}}}
                                """))
                .ask("{ things { name } best { name } }")
                .answers("""
                        {"things": [{"name": "from names"}], "best": {"name": "from first"}}
                        """)
                .asking("list first names");
    }

    @Test
    void batchesEntitiesOfSeveralPlacesInOneRequest() {
        Federation.of(subgraph("shops", """
                                type Query { best: Item worst: Item basket: [Line!]! }
                                type Line { item: Item! }
                                type Item @key(fields: "id") { id: ID! }
                                """, """
                                {"Query": {"best": {"id": "1"}, "worst": {"id": "2"},
                                  "basket": [{"item": {"id": "3"}}, {"item": {"id": "1"}}]}}
                                """), subgraph("items", """
                                type Item @key(fields: "id") { id: ID! name: String price: Int }
                                """, """
                                {"Item": [{"id": "1", "name": "one", "price": 1}, {"id": "2", "name": "two", "price": 2},
                                  {"id": "3", "name": "three", "price": 3}]}
                                """))
                .ask("{ best { name } worst { name price } basket { item { price } } }")
                .answers("""
                        {"best": {"name": "one"}, "worst": {"name": "two", "price": 2},
                         "basket": [{"item": {"price": 3}}, {"item": {"price": 1}}]}
                        """)
                .asking("shops items");
    }
}
