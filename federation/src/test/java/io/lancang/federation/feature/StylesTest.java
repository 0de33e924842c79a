package io.lancang.federation.feature;

import static io.lancang.federation.feature.DataSubgraph.bare;
import static io.lancang.federation.feature.DataSubgraph.subgraph;

import org.junit.jupiter.api.Test;

/** Subgraphs in the style of Federation 1, alone and beside those of Federation 2. */
class StylesTest {
    private static final Federation ONE =
            Federation.of(bare("accounts", """
                    extend type Query { me: User }
                    type User @key(fields: "id") { id: ID! name: String }
                    """, """
                    {"Query": {"me": "@User[0]"}, "User": [{"id": "1", "name": "Li"}, {"id": "2", "name": "Sok"}]}
                    """), bare("reviews", """
                    type Review @key(fields: "id") { id: ID! text: String author: User @provides(fields: "name") product: Product }
                    extend type User @key(fields: "id") { id: ID! @external name: String @external reviews: [Review] greeting: String @requires(fields: "name") }
                    type Product @extends @key(fields: "upc") { upc: String! @external reviews: [Review] }
                    """, """
                    {"User": [{"id": "1", "reviews": "@Review", "greeting": "hello {name}"}],
                     "Review": [{"id": "r", "text": "good", "author": {"id": "1", "name": "provided"}, "product": {"upc": "u"}}],
                     "Product": [{"upc": "u", "reviews": [{"id": "r", "text": "good"}]}]}
                    """), bare("products", """
                    extend type Query { top: [Product] }
                    type Product @key(fields: "upc") { upc: String! price: Int size: Size }
                    type Size { mm: Int }
                    """, """
                    {"Query": {"top": "@Product"}, "Product": [{"upc": "u", "price": 9, "size": {"mm": 5}}]}
                    """));

    @Test
    void extendsTypesOfOtherSubgraphs() {
        ONE.ask("{ me { name reviews { text product { price } } } }")
                .answers("""
                        {"me": {"name": "Li", "reviews": [{"text": "good", "product": {"price": 9}}]}}
                        """)
                .asking("accounts reviews products");
    }

    @Test
    void extendsByADirectiveToo() {
        ONE.ask("{ top { price reviews { text } size { mm } } }").answers("""
                        {"top": [{"price": 9, "reviews": [{"text": "good"}], "size": {"mm": 5}}]}
                        """).asking("products reviews");
    }

    @Test
    void requiresAndProvidesInTheOldStyle() {
        ONE.ask("{ me { greeting } }")
                .answers("{\"me\": {\"greeting\": \"hello Li\"}}")
                .asking("accounts reviews");
        ONE.ask("{ me { reviews { author { name id } } } }").answers("""
                        {"me": {"reviews": [{"author": {"name": "provided", "id": "1"}}]}}
                        """).asking("accounts reviews");
    }

    @Test
    void sharesValueTypesWithoutSayingSo() {
        Federation.of(bare("a", """
                                type Query { x: Money }
                                type Money { amount: Int currency: Currency }
                                enum Currency { CNY LAK }
                                """, """
                                {"Query": {"x": {"amount": 1, "currency": "CNY"}}}
                                """), bare("b", """
                                type Query { y: Money }
                                type Money { amount: Int currency: Currency }
                                enum Currency { CNY LAK }
                                """, """
                                {"Query": {"y": {"amount": 2, "currency": "LAK"}}}
                                """))
                .ask("{ x { amount currency } y { amount currency } }")
                .answers("""
                        {"x": {"amount": 1, "currency": "CNY"}, "y": {"amount": 2, "currency": "LAK"}}
                        """)
                .asking("a b");
    }

    @Test
    void mixesBothStyles() {
        Federation.of(bare("old", """
                                type Query { thing: Thing }
                                type Thing @key(fields: "id") { id: ID! name: String }
                                """, """
                                {"Query": {"thing": {"id": "1", "name": "x"}}, "Thing": [{"id": "1", "name": "x"}]}
                                """), subgraph("new", """
                                type Thing @key(fields: "id") { id: ID! size: Int name: String @external label: String @requires(fields: "name") }
                                """, """
                                {"Thing": [{"id": "1", "size": 3, "label": "<{name}>"}]}
                                """), bare("older", """
                                extend type Thing @key(fields: "id") { id: ID! @external size: Int @external note: String @requires(fields: "size") }
                                """, """
                                {"Thing": [{"note": "size {size}"}]}
                                """))
                .ask("{ thing { name size label note } }")
                .answers("""
                        {"thing": {"name": "x", "size": 3, "label": "<x>", "note": "size 3"}}
                        """)
                .asking("old new older");
    }

    @Test
    void ignoresExternalFieldsThatNothingUsesInTheOldStyle() {
        Federation.of(bare("a", """
                                type Query { thing: Thing }
                                type Thing @key(fields: "id") { id: ID! price: Int }
                                """, """
                                {"Query": {"thing": {"id": "1", "price": 5}}, "Thing": [{"id": "1", "price": 5}]}
                                """), bare("b", """
                                type Query { best: Thing }
                                extend type Thing @key(fields: "id") { id: ID! @external price: Int @external stock: Int }
                                """, """
                                {"Query": {"best": {"id": "1", "stock": 2, "price": "!never asked"}}, "Thing": [{"id": "1", "stock": 2}]}
                                """))
                .ask("{ best { price stock } }")
                .answers("""
                        {"best": {"price": 5, "stock": 2}}
                        """)
                .asking("b a");
    }

    @Test
    void refersToATypeThatItDoesNotResolve() {
        Federation.of(subgraph("a", """
                                type Query { order: Order }
                                type Order { buyer: User }
                                type User @key(fields: "id", resolvable: false) { id: ID! }
                                """, """
                                {"Query": {"order": {"buyer": {"id": "1"}}}}
                                """), subgraph("b", """
                                type User @key(fields: "id") { id: ID! name: String }
                                """, """
                                {"User": [{"id": "1", "name": "Li"}]}
                                """))
                .ask("{ order { buyer { id name } } }")
                .answers("""
                        {"order": {"buyer": {"id": "1", "name": "Li"}}}
                        """)
                .asking("a b");
    }

    @Test
    void renamesRootTypes() {
        Federation.of(bare("a", """
                                schema { query: Reading mutation: Writing }
                                type Reading { x: Int }
                                type Writing { set(x: Int): Int }
                                """, """
                                {"Reading": {"x": 1}, "Writing": {"set": "{$x}"}}
                                """), bare("b", "type Query { y: Int }", "{\"Query\": {\"y\": 2}}"))
                .ask("{ x y __typename }")
                .answers("{\"x\": 1, \"y\": 2, \"__typename\": \"Query\"}")
                .asking("a b");
    }
}
