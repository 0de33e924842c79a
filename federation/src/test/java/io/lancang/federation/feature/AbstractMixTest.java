package io.lancang.federation.feature;

import static io.lancang.federation.feature.DataSubgraph.subgraph;

import org.junit.jupiter.api.Test;

/** Interfaces and unions that subgraphs know in different ways. */
class AbstractMixTest {
    private static final Federation CATALOGUE =
            Federation.of(subgraph("catalogue", """
                    type Query { all: [Entry!]! first: Sellable hits: [Hit!]! }
                    interface Entry { id: ID! }
                    interface Sellable implements Entry { id: ID! price: Int }
                    type Book implements Entry & Sellable @key(fields: "id") { id: ID! price: Int title: String }
                    type Film implements Entry @key(fields: "code") { id: ID! code: ID! length: Int }
                    union Hit = Book | Film | Note
                    type Note { id: Int text: String }
                    """, """
                    {"Query": {
                      "all": [{"__typename": "Book", "id": "b", "price": 5, "title": "B"}, {"__typename": "Film", "id": "f", "code": "F", "length": 9}],
                      "first": {"__typename": "Book", "id": "b", "price": 5, "title": "B"},
                      "hits": [{"__typename": "Note", "id": 7, "text": "n"}, {"__typename": "Film", "id": "f", "code": "F", "length": 9}, {"__typename": "Book", "id": "b", "price": 5, "title": "B"}]}}
                    """), subgraph("people", """
                    interface Made { by: Person }
                    type Book implements Made @key(fields: "id") { id: ID! by: Person author: Person }
                    type Film implements Made @key(fields: "code") { code: ID! by: Person director: Person stars: [Person!] }
                    type Person @key(fields: "id") { id: ID! name: String }
                    """, """
                    {"Book": [{"id": "b", "by": {"id": "1", "name": "Li"}, "author": {"id": "1", "name": "Li"}}],
                     "Film": [{"code": "F", "by": {"id": "2", "name": "Wu"}, "director": {"id": "2", "name": "Wu"}, "stars": [{"id": "1", "name": "Li"}]}]}
                    """), subgraph("fame", """
                    type Person @key(fields: "id") { id: ID! fame: Int }
                    """, """
                    {"Person": [{"id": "1", "fame": 10}, {"id": "2", "fame": 20}]}
                    """));

    @Test
    void appliesFragmentsOnAnInterfaceThatTheSubgraphDoesNotKnow() {
        CATALOGUE
                .ask("{ all { id ... on Made { by { name } } } }")
                .answers("""
                        {"all": [{"id": "b", "by": {"name": "Li"}}, {"id": "f", "by": {"name": "Wu"}}]}
                        """)
                .asking("catalogue people")
                .sends(0, "{all{id __typename ...on Film{code}}}");
    }

    @Test
    void appliesFragmentsOnAnInterfaceOfAnInterface() {
        CATALOGUE
                .ask(
                        "{ all { ... on Sellable { price } } first { id ... on Entry { id ... on Book { title } } ... on Made { by { name } } } }")
                .answers("""
                        {"all": [{"price": 5}, {}], "first": {"id": "b", "title": "B", "by": {"name": "Li"}}}
                        """)
                .asking("catalogue people");
    }

    @Test
    void mergesDifferentFieldsUnderOneNameByType() {
        CATALOGUE
                .ask(
                        "{ all { ... on Book { maker: author { name fame } text: title } ... on Film { maker: director { name fame } code } } }")
                .answers("""
                        {"all": [{"maker": {"name": "Li", "fame": 10}, "text": "B"}, {"maker": {"name": "Wu", "fame": 20}, "code": "F"}]}
                        """)
                .asking("catalogue people fame");
    }

    @Test
    void asksForEntitiesBelowSomeTypesOnly() {
        CATALOGUE
                .ask("{ all { ... on Film { stars { fame } } ... on Book { author { id } } } }")
                .answers("""
                        {"all": [{"author": {"id": "1"}}, {"stars": [{"fame": 10}]}]}
                        """)
                .asking("catalogue people fame")
                .sends(2, "[{\"__typename\":\"Person\",\"id\":\"1\"}]");
    }

    @Test
    void aliasesFieldsOfUnionMembersThatDifferInType() {
        CATALOGUE
                .ask(
                        "{ hits { ... on Note { number: id text } ... on Book { id title } ... on Film { id by { fame } } } }")
                .answers("""
                        {"hits": [{"number": 7, "text": "n"}, {"id": "f", "by": {"fame": 20}}, {"id": "b", "title": "B"}]}
                        """)
                .asking("catalogue people fame");
    }

    @Test
    void answersAnInterfaceWithNothingSelectedOnItsObjects() {
        CATALOGUE
                .ask("{ all { ... on Sellable { ... on Book { __typename } } } hits { ... on Entry { __typename } } }")
                .answers("""
                        {"all": [{"__typename": "Book"}, {}], "hits": [{}, {"__typename": "Film"}, {"__typename": "Book"}]}
                        """)
                .asking("catalogue");
    }

    private static final Federation INTERFACES = Federation.of(subgraph("a", """
                    type Query { list: [Item!]! @shareable one: Item @shareable }
                    interface Item { id: ID! name: String }
                    type Pen implements Item @key(fields: "id") { id: ID! name: String @shareable ink: String }
                    type Cup implements Item @key(fields: "id") { id: ID! name: String @shareable }
                    """, """
                    {"Query": {"list": [{"__typename": "Pen", "id": "p", "name": "P", "ink": "red"}, {"__typename": "Cup", "id": "c", "name": "C"}],
                       "one": {"__typename": "Cup", "id": "c", "name": "C"}},
                     "Pen": [{"id": "p", "name": "P", "ink": "red"}], "Cup": [{"id": "c", "name": "C"}]}
                    """), subgraph("b", """
                    type Query { list: [Item!]! @shareable one: Item @shareable }
                    interface Item { id: ID! name: String size: Int }
                    type Pen implements Item @key(fields: "id") { id: ID! name: String @shareable size: Int }
                    type Cup implements Item @key(fields: "id") { id: ID! name: String @shareable size: Int volume: Int }
                    """, """
                    {"Query": {"list": [{"__typename": "Pen", "id": "p", "name": "P", "size": 1}, {"__typename": "Cup", "id": "c", "name": "C", "size": 2, "volume": 3}],
                       "one": {"__typename": "Cup", "id": "c", "name": "C", "size": 2, "volume": 3}},
                     "Pen": [{"id": "p", "name": "P", "size": 1}], "Cup": [{"id": "c", "name": "C", "size": 2, "volume": 3}]}
                    """));

    @Test
    void asksASharedInterfaceWhereTheFieldIs() {
        INTERFACES.ask("{ list { name size } }").answers("""
                        {"list": [{"name": "P", "size": 1}, {"name": "C", "size": 2}]}
                        """).asking("b");
        INTERFACES
                .ask("{ list { __typename id ... on Pen { ink } } }")
                .answers("""
                        {"list": [{"__typename": "Pen", "id": "p", "ink": "red"}, {"__typename": "Cup", "id": "c"}]}
                        """)
                .asking("a");
    }

    @Test
    void mergesASharedInterfaceWhoseFieldsAreInBoth() {
        INTERFACES
                .ask("{ list { size ... on Pen { ink } ... on Cup { volume } } one { name ... on Cup { volume } } }")
                .answers("""
                        {"list": [{"size": 1, "ink": "red"}, {"size": 2, "volume": 3}], "one": {"name": "C", "volume": 3}}
                        """)
                .asking("b a");
    }
}
