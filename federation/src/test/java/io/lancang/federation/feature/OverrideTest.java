package io.lancang.federation.feature;

import static io.lancang.federation.feature.DataSubgraph.subgraph;

import org.junit.jupiter.api.Test;

/** Fields that one subgraph took over from another. */
class OverrideTest {
    private static final Federation MOVED = Federation.of(subgraph("old", """
                    type Query { posts: [Post!]! news: [News!]! }
                    type Post implements News @key(fields: "id") { id: ID! title: String body: String }
                    interface News { id: ID! title: String }
                    type Ad implements News @key(fields: "id") { id: ID! title: String }
                    """, """
                    {"Query": {"posts": [{"id": "1", "title": "old", "body": "text"}],
                      "news": [{"__typename": "Post", "id": "1", "title": "old"}, {"__typename": "Ad", "id": "9", "title": "ad"}]},
                     "Post": [{"id": "1", "title": "old", "body": "text"}]}
                    """), subgraph("new", """
                    type Query { latest: Post }
                    type Post @key(fields: "id") { id: ID! title: String @override(from: "old") likes: Int }
                    """, """
                    {"Query": {"latest": {"id": "1", "title": "new", "likes": 3}}, "Post": [{"id": "1", "title": "new", "likes": 3}]}
                    """));

    @Test
    void asksTheSubgraphThatTookTheFieldOver() {
        MOVED.ask("{ posts { title body } }").answers("""
                        {"posts": [{"title": "new", "body": "text"}]}
                        """).asking("old new");
    }

    @Test
    void leavesTheOtherFieldsWhereTheyAre() {
        MOVED.ask("{ posts { body } }").answers("""
                {"posts": [{"body": "text"}]}
                """).asking("old");
        MOVED.ask("{ latest { title likes } }").answers("""
                {"latest": {"title": "new", "likes": 3}}
                """).asking("new");
    }

    @Test
    void asksForTheImplementationsOneByOneWhereOneOfThemMoved() {
        MOVED.ask("{ news { title } }")
                .answers("""
                        {"news": [{"title": "new"}, {"title": "ad"}]}
                        """)
                .asking("old new")
                .sends(1, "[{\"__typename\":\"Post\",\"id\":\"1\"}]");
    }

    @Test
    void takesAFieldFromASubgraphThatDoesNotExist() {
        Federation.of(subgraph("a", """
                                type Query { post: Post }
                                type Post @key(fields: "id") { id: ID! title: String @override(from: "gone") }
                                """, """
                                {"Query": {"post": {"id": "1", "title": "here"}}}
                                """))
                .ask("{ post { title } }")
                .answers("""
                        {"post": {"title": "here"}}
                        """)
                .asking("a");
    }

    @Test
    void requiresWhatWasOverriddenFromItsNewPlace() {
        Federation.of(subgraph("a", """
                                type Query { item: Item }
                                type Item @key(fields: "id") { id: ID! price: Int }
                                """, """
                                {"Query": {"item": {"id": "1", "price": 1}}}
                                """), subgraph("b", """
                                type Item @key(fields: "id") { id: ID! price: Int @override(from: "a") }
                                """, """
                                {"Item": [{"id": "1", "price": 2}]}
                                """), subgraph("c", """
                                type Item @key(fields: "id") {
                                  id: ID! price: Int @external tax: String @requires(fields: "price") }
                                """, """
                                {"Item": [{"tax": "of {price}"}]}
                                """))
                .ask("{ item { tax } }")
                .answers("""
                        {"item": {"tax": "of 2"}}
                        """)
                .asking("a b c");
    }

    @Test
    void requiresForAFieldThatWasOverridden() {
        Federation.of(subgraph("a", """
                                type Query { item: Item }
                                type Item @key(fields: "id") {
                                  id: ID! tax: String }
                                """, """
                                {"Query": {"item": {"id": "1", "tax": "old"}}}
                                """), subgraph("b", """
                                type Item @key(fields: "id") { id: ID! price: Int weight: Int }
                                """, """
                                {"Item": [{"id": "1", "price": 2, "weight": 7}]}
                                """), subgraph("c", """
                                type Item @key(fields: "id") {
                                  id: ID! weight: Int @external tax: String @override(from: "a") @requires(fields: "weight") }
                                """, """
                                {"Item": [{"tax": "new {weight}"}]}
                                """))
                .ask("{ item { tax } }")
                .answers("""
                        {"item": {"tax": "new 7"}}
                        """)
                .asking("a b c");
    }

    @Test
    void takesOverAFieldOfARootType() {
        Federation.of(
                        subgraph("a", "type Query { version: Int other: Int }", """
                                {"Query": {"version": 1, "other": 10}}
                                """),
                        subgraph("b", "type Query { version: Int @override(from: \"a\") }", """
                                {"Query": {"version": 2}}
                                """))
                .ask("{ version other }")
                .answers("""
                        {"version": 2, "other": 10}
                        """)
                .asking("b a");
    }

    private static final Federation CODES =
            Federation.of(subgraph("a", """
                    type Query { user: User }
                    type User @key(fields: "id") @key(fields: "code") { id: ID! code: ID! name: String }
                    """, """
                    {"Query": {"user": {"id": "u", "code": "old", "name": "Li"}}, "User": [{"id": "u", "code": "old", "name": "Li"}]}
                    """), subgraph("b", """
                    type User @key(fields: "id") { id: ID! code: ID! @shareable @override(from: "a") }
                    """, """
                    {"User": [{"id": "u", "code": "new"}]}
                    """), subgraph("c", """
                    type User @key(fields: "code") { code: ID! @shareable age: Int }
                    """, """
                    {"User": [{"code": "new", "age": 7}]}
                    """));

    @Test
    void asksTheNewSubgraphForAKeyThatItTookOver() {
        CODES.ask("{ user { id code name } }")
                .answers("{\"user\": {\"id\": \"u\", \"code\": \"new\", \"name\": \"Li\"}}")
                .asking("a b");
    }

    @Test
    void entersByAKeyAsTheNewSubgraphTellsIt() {
        CODES.ask("{ user { age } }").answers("{\"user\": {\"age\": 7}}").asking("a b c");
    }
}
