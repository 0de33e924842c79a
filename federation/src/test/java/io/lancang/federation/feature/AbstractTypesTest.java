package io.lancang.federation.feature;

import static io.lancang.federation.feature.DataSubgraph.subgraph;

import org.junit.jupiter.api.Test;

/** Interfaces and unions of which subgraphs know different members. */
class AbstractTypesTest {
    private static final Federation UNIONS = Federation.of(subgraph("a", """
                    type Query { hits: [Hit]! only: Hit shared: Hit @shareable box: Box }
                    union Hit = Port | Rail
                    type Port @key(fields: "id") { id: ID! name: String @shareable }
                    type Rail @key(fields: "id") { id: ID! gauge: Int }
                    type Box @key(fields: "id") { id: ID! hit: Hit @shareable }
                    """, """
                    {"Query": {"hits": [{"__typename": "Port", "id": "p", "name": "P"}, {"__typename": "Rail", "id": "r", "gauge": 1000}],
                      "only": {"__typename": "Rail", "id": "r", "gauge": 1000}, "shared": {"__typename": "Port", "id": "p", "name": "P"},
                      "box": {"id": "1", "hit": {"__typename": "Port", "id": "p", "name": "P"}}},
                     "Port": [{"id": "p", "name": "P"}], "Rail": [{"id": "r", "gauge": 1000}],
                     "Box": [{"id": "1", "hit": {"__typename": "Port", "id": "p", "name": "P"}}]}
                    """), subgraph("b", """
                    type Query { shared: Hit @shareable others: [Hit]! }
                    union Hit = Port | Road
                    type Port @key(fields: "id") { id: ID! name: String @shareable depth: Int }
                    type Road { lanes: Int }
                    type Box @key(fields: "id") { id: ID! hit: Hit @shareable }
                    """, """
                    {"Query": {"shared": {"__typename": "Port", "id": "p", "name": "P", "depth": 7},
                       "others": [{"__typename": "Road", "lanes": 4}, {"__typename": "Port", "id": "p", "name": "P", "depth": 7}]},
                     "Port": [{"id": "p", "name": "P", "depth": 7}],
                     "Box": [{"id": "1", "hit": {"__typename": "Port", "id": "p", "name": "P", "depth": 7}}]}
                    """));

    @Test
    void doesNotAskASubgraphForMembersThatItDoesNotKnow() {
        UNIONS.ask("{ hits { ... on Road { lanes } ... on Rail { gauge } ... on Port { name } } }")
                .answers("""
                        {"hits": [{"name": "P"}, {"gauge": 1000}]}
                        """)
                .asking("a")
                .neverSends("Road");
    }

    @Test
    void answersAnObjectOfNoSelectedMemberWithoutFields() {
        UNIONS.ask("{ hits { ... on Road { lanes } } only { ... on Port { name } } }")
                .answers("""
                        {"hits": [{}, {}], "only": {}}
                        """)
                .asking("a");
    }

    @Test
    void takesAMembersFieldFromTheSubgraphThatHasIt() {
        UNIONS.ask("{ hits { ... on Port { name depth } } }")
                .answers("""
                        {"hits": [{"name": "P", "depth": 7}, {}]}
                        """)
                .asking("a b")
                .sends(1, "[{\"__typename\":\"Port\",\"id\":\"p\"}]");
    }

    @Test
    void asksASharedFieldWhereItsMembersAreKnown() {
        UNIONS.ask("{ shared { ... on Port { depth } ... on Road { lanes } } }")
                .answers("""
                        {"shared": {"depth": 7}}
                        """)
                .asking("b");
        UNIONS.ask("{ shared { __typename ... on Rail { gauge } } }")
                .answers("""
                        {"shared": {"__typename": "Port"}}
                        """)
                .asking("a");
    }

    @Test
    void staysWithTheSubgraphThatHasTheObjectThoughAnotherKnowsTheMember() {
        UNIONS.ask("{ box { hit { __typename ... on Road { lanes } } } }")
                .answers("""
                        {"box": {"hit": {"__typename": "Port"}}}
                        """)
                .asking("a");
    }

    @Test
    void tellsTheTypeWithinAndBesideFragments() {
        UNIONS.ask(
                        "{ others { __typename kind: __typename ... on Port { port: __typename } ... on Road { road: __typename lanes } } }")
                .answers("""
                        {"others": [{"__typename": "Road", "kind": "Road", "road": "Road", "lanes": 4},
                                    {"__typename": "Port", "kind": "Port", "port": "Port"}]}
                        """)
                .asking("b");
    }

    private static final Federation NODES = Federation.of(subgraph("users", """
                    type Query { node(id: ID!): Node @shareable nodes: [Node!]! }
                    interface Node { id: ID! }
                    type User implements Node @key(fields: "id") { id: ID! name: String chats: [Chat!]! }
                    type Chat implements Node @key(fields: "id") { id: ID! }
                    """, """
                    {"Query": {"node": {"$by": "id", "u": {"__typename": "User", "id": "u", "name": "Li"}, "c": {"__typename": "Chat", "id": "c"}},
                       "nodes": [{"__typename": "User", "id": "u", "name": "Li"}, {"__typename": "Chat", "id": "c"}]},
                     "User": [{"id": "u", "name": "Li", "chats": [{"id": "c"}]}], "Chat": [{"id": "c"}]}
                    """), subgraph("chats", """
                    type Query { node(id: ID!): Node @shareable }
                    interface Node { id: ID! }
                    type User implements Node @key(fields: "id") { id: ID! }
                    type Chat implements Node @key(fields: "id") { id: ID! text: String by: User }
                    """, """
                    {"Query": {"node": {"$by": "id", "u": {"__typename": "User", "id": "u"}, "c": {"__typename": "Chat", "id": "c", "text": "hi"}}},
                     "Chat": [{"id": "c", "text": "hi", "by": {"id": "u"}}]}
                    """));

    @Test
    void asksANodeWhereItsImplementationLives() {
        NODES.ask("{ node(id: \"c\") { id ... on Chat { text } } }")
                .answers("""
                        {"node": {"id": "c", "text": "hi"}}
                        """)
                .asking("chats");
        NODES.ask("{ node(id: \"u\") { __typename ... on User { name } } }")
                .answers("""
                        {"node": {"__typename": "User", "name": "Li"}}
                        """)
                .asking("users");
    }

    @Test
    void asksBothWhereImplementationsLiveInDifferentSubgraphs() {
        NODES.ask("{ node(id: \"c\") { id ... on Chat { text } ... on User { name } } }")
                .answers("""
                        {"node": {"id": "c", "text": "hi"}}
                        """);
        NODES.ask("{ nodes { id ... on Chat { text by { name } } ... on User { name } } }")
                .answers("""
                        {"nodes": [{"id": "u", "name": "Li"}, {"id": "c", "text": "hi", "by": {"name": "Li"}}]}
                        """)
                .asking("users chats users");
    }

    private static final Federation SHAPES = Federation.of(subgraph("shapes", """
                    type Query { shapes: [Shape!]! drawing: Drawing }
                    interface Shape { id: ID! area: Float label: Label }
                    interface Label { text: String }
                    type Plain implements Label { text: String }
                    type Fancy implements Label { text: String font: String }
                    type Square implements Shape { id: ID! area: Float label: Plain side: Int! }
                    type Circle implements Shape { id: ID! area: Float! label: Fancy radius: Int side: String }
                    type Drawing { first: Shape all: [Shape]! }
                    """, """
                    {"Query": {"shapes": [
                       {"__typename": "Square", "id": "s", "area": 4.0, "label": {"__typename": "Plain", "text": "sq"}, "side": 2},
                       {"__typename": "Circle", "id": "c", "area": 3.14, "label": {"__typename": "Fancy", "text": "ci", "font": "serif"}, "radius": 1, "side": "none"}],
                      "drawing": {"first": {"__typename": "Circle", "id": "c", "area": 3.14, "label": null, "radius": 1, "side": "none"}, "all": [null]}}}
                    """));

    @Test
    void selectsFieldsThatImplementationsNarrow() {
        SHAPES.ask(
                        "{ shapes { area label { text ... on Fancy { font } __typename } ... on Circle { label { font } } } }")
                .answers("""
                        {"shapes": [{"area": 4.0, "label": {"text": "sq", "__typename": "Plain"}},
                                    {"area": 3.14, "label": {"text": "ci", "font": "serif", "__typename": "Fancy"}}]}
                        """)
                .asking("shapes");
    }

    @Test
    void keepsFieldsOfOneNameAndDifferentTypesApart() {
        SHAPES.ask("{ shapes { ... on Square { side } ... on Circle { text: side radius } } }")
                .answers("""
                        {"shapes": [{"side": 2}, {"text": "none", "radius": 1}]}
                        """)
                .asking("shapes");
    }

    @Test
    void nestsFragmentsOnInterfacesAndImplementations() {
        SHAPES.ask("""
                        { shapes { ...S ... on Shape { ... on Circle { ... on Shape { area } } } } }
                        fragment S on Shape { ... on Square { ... on Shape { id ... on Square { side } } } }
                        """).answers("""
                        {"shapes": [{"id": "s", "side": 2}, {"area": 3.14}]}
                        """).asking("shapes");
    }

    @Test
    void passesThroughNullsOfAbstractTypes() {
        SHAPES.ask("{ drawing { first { label { text } ... on Circle { label { font } } } all { id } } }")
                .answers("""
                        {"drawing": {"first": {"label": null}, "all": [null]}}
                        """);
    }

    private static final Federation CIRCULAR = Federation.of(subgraph("a", """
                    type Query { product: Product }
                    interface Product { id: ID! samples: [Product!]! }
                    type Book implements Product @key(fields: "id") { id: ID! samples: [Product!]! @external }
                    type Disc implements Product @key(fields: "id") { id: ID! samples: [Product!]! @external }
                    """, """
                    {"Query": {"product": {"__typename": "Book", "id": "1"}}}
                    """), subgraph("b", """
                    interface Product { id: ID! price: Int samples: [Product!]! }
                    type Book implements Product @key(fields: "id") { id: ID! price: Int samples: [Product!]! }
                    type Disc implements Product @key(fields: "id") { id: ID! price: Int samples: [Product!]! }
                    """, """
                    {"Book": [{"id": "1", "price": 10, "samples": [
                        {"__typename": "Disc", "id": "2", "price": 20, "samples": [{"__typename": "Book", "id": "1", "price": 10, "samples": []}]}]}],
                     "Disc": [{"id": "2", "price": 20, "samples": []}]}
                    """));

    @Test
    void followsAnInterfaceThatRefersToItself() {
        CIRCULAR.ask("{ product { price samples { price samples { id price } } } }")
                .answers("""
                        {"product": {"price": 10, "samples": [{"price": 20, "samples": [{"id": "1", "price": 10}]}]}}
                        """)
                .asking("a b");
    }

    @Test
    void aliasesFieldsWhoseTypesDifferBetweenMembers() {
        Federation.of(subgraph("a", """
                                type Query { pets: [Pet!]! pick: Pick }
                                union Pet = Cat | Dog
                                union Pick = Cat | Dog
                                type Cat @key(fields: "id") { id: ID! tag: String! }
                                type Dog @key(fields: "code") { code: ID! tag: String }
                                """, """
                                {"Query": {"pets": [{"__typename": "Cat", "id": "c", "tag": "t"}, {"__typename": "Dog", "code": "d", "tag": null}],
                                  "pick": {"__typename": "Dog", "code": "d", "tag": "x"}}}
                                """), subgraph("b", """
                                type Cat @key(fields: "id") { id: ID! size: Int! home: Home }
                                type Dog @key(fields: "code") { code: ID! size: String home: [Home] }
                                type Home { city: String }
                                """, """
                                {"Cat": [{"id": "c", "size": 3, "home": {"city": "K"}}],
                                 "Dog": [{"code": "d", "size": "large", "home": [{"city": "R"}]}]}
                                """))
                .ask(
                        "{ pets { ... on Cat { tag size home { city } } ... on Dog { dogTag: tag dogSize: size homes: home { city } } } }")
                .answers("""
                        {"pets": [{"tag": "t", "size": 3, "home": {"city": "K"}}, {"dogTag": null, "dogSize": "large", "homes": [{"city": "R"}]}]}
                        """)
                .asking("a b");
    }

    @Test
    void aliasesWhatTheClientMayNameAlikeAndASubgraphNot() {
        // To the client both are String; to the subgraph one of them is String!, which GraphQL refuses under one name.
        Federation.of(subgraph("a", """
                                type Query { pets: [Pet!]! }
                                union Pet = Cat | Dog
                                type Cat @key(fields: "id") { id: ID! name: String! @shareable }
                                type Dog @key(fields: "id") { id: ID! name: String }
                                """, """
                                {"Query": {"pets": [{"__typename": "Cat", "id": "c", "name": "Mimi"}, {"__typename": "Dog", "id": "d", "name": null}]}}
                                """), subgraph("b", """
                                type Cat @key(fields: "id") { id: ID! name: String @shareable }
                                """, """
                                {"Cat": []}
                                """))
                .ask("{ pets { ... on Cat { name } ... on Dog { name } } }")
                .answers("""
                        {"pets": [{"name": "Mimi"}, {"name": null}]}
                        """)
                .asking("a");
    }

    @Test
    void unitesTheImplementationsThatSubgraphsAnswer() {
        Federation.of(subgraph("a", """
                                type Query { places: [Place!]! }
                                interface Place { id: ID! name: String }
                                type Port implements Place @key(fields: "id") { id: ID! name: String }
                                """, """
                                {"Query": {"places": [{"__typename": "Port", "id": "p", "name": "P"}]}, "Port": [{"id": "p", "name": "P"}]}
                                """), subgraph("b", """
                                type Query { stops: [Place!]! }
                                interface Place { id: ID! name: String size: Int }
                                type Port implements Place @key(fields: "id") { id: ID! name: String @external size: Int }
                                type Town implements Place { id: ID! name: String size: Int }
                                """, """
                                {"Query": {"stops": [{"__typename": "Port", "id": "p", "size": 1}, {"__typename": "Town", "id": "t", "name": "T", "size": 2}]},
                                 "Port": [{"id": "p", "size": 1}]}
                                """))
                .ask("{ places { name size } stops { name size } }")
                .answers("""
                        {"places": [{"name": "P", "size": 1}], "stops": [{"name": "P", "size": 1}, {"name": "T", "size": 2}]}
                        """);
    }
}
