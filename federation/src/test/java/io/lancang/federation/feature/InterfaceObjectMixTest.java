package io.lancang.federation.feature;

import static io.lancang.federation.feature.DataSubgraph.subgraph;

import io.lancang.federation.testing.TestSubgraph;
import org.junit.jupiter.api.Test;

/** Interface objects together with requirements, unions and other keys. */
class InterfaceObjectMixTest {
    private static final TestSubgraph CORE = subgraph("core", """
            type Query { nodes: [Node!]! hit: Hit user: User }
            interface Node @key(fields: "id") @key(fields: "uri") { id: ID! uri: String! kind: String }
            type User implements Node @key(fields: "id") @key(fields: "uri") {
              id: ID! uri: String! kind: String name: String score: Int @external badge: String @requires(fields: "score") }
            type Page implements Node @key(fields: "id") @key(fields: "uri") { id: ID! uri: String! kind: String lines: Int }
            union Hit = User | Page | Nothing
            type Nothing { why: String }
            """, """
            {"Query": {"nodes": [{"__typename": "User", "id": "u", "uri": "/u", "kind": "k1", "name": "Li"}, {"__typename": "Page", "id": "p", "uri": "/p", "kind": "k2", "lines": 3}],
               "hit": {"__typename": "Page", "id": "p", "uri": "/p", "kind": "k2", "lines": 3}, "user": {"id": "u", "uri": "/u", "kind": "k1", "name": "Li"}},
             "Node": [{"__typename": "User", "id": "u", "uri": "/u", "kind": "k1", "name": "Li"}, {"__typename": "Page", "id": "p", "uri": "/p", "kind": "k2", "lines": 3}],
             "User": [{"id": "u", "uri": "/u", "kind": "k1", "name": "Li", "badge": "badge {score}"}], "Page": [{"id": "p", "uri": "/p", "kind": "k2", "lines": 3}]}
            """);

    private static final TestSubgraph SCORES = subgraph("scores", """
            type Query { best: [Node!]! }
            type Node @key(fields: "id") @interfaceObject { id: ID! score: Int rank(of: Int): String related: [Node!]! }
            """, """
            {"Query": {"best": "@Node"},
             "Node": [{"id": "u", "score": 5, "rank": "1/{$of}", "related": [{"id": "p", "score": 6}]}, {"id": "p", "score": 6, "rank": "2/{$of}", "related": [{"id": "u", "score": 5}, {"id": "p", "score": 6}]}]}
            """);

    private static final TestSubgraph LABELS = subgraph("labels", """
            type Node @key(fields: "uri") @interfaceObject {
              uri: String! kind: String @external score: Int @external
              label: String @requires(fields: "kind") medal: String @requires(fields: "score") }
            """, """
            {"Node": [{"label": "{uri} {kind}", "medal": "medal {score}"}]}
            """);

    private static final Federation FEDERATION = Federation.of(CORE, SCORES, LABELS);

    @Test
    void requiresFromAnInterfaceObjectInAnImplementation() {
        FEDERATION
                .ask("{ user { badge } }")
                .answers("{\"user\": {\"badge\": \"badge 5\"}}")
                .asking("core scores core");
        FEDERATION
                .ask("{ nodes { ... on User { badge } } }")
                .answers("{\"nodes\": [{\"badge\": \"badge 5\"}, {}]}")
                .asking("core scores core");
    }

    @Test
    void requiresFromOneInterfaceObjectInAnother() {
        FEDERATION
                .ask("{ nodes { medal } }")
                .answers("{\"nodes\": [{\"medal\": \"medal 5\"}, {\"medal\": \"medal 6\"}]}")
                .asking("core scores labels");
        FEDERATION
                .ask("{ best { medal } }")
                .answers("{\"best\": [{\"medal\": \"medal 5\"}, {\"medal\": \"medal 6\"}]}")
                .asking("scores core labels");
    }

    @Test
    void reachesAnInterfaceObjectByAKeyThatOnlyTheInterfaceHas() {
        FEDERATION
                .ask("{ best { label } }")
                .answers("{\"best\": [{\"label\": \"/u k1\"}, {\"label\": \"/p k2\"}]}")
                .asking("scores core labels");
    }

    @Test
    void addsFieldsToMembersOfAUnion() {
        FEDERATION
                .ask(
                        "{ hit { __typename ... on Page { score lines } ... on Node { rank(of: 9) } ... on Nothing { why } } }")
                .answers("{\"hit\": {\"__typename\": \"Page\", \"score\": 6, \"lines\": 3, \"rank\": \"2/9\"}}")
                .asking("core scores");
    }

    @Test
    void followsFieldsOfTheInterfaceObjectToItself() {
        FEDERATION
                .ask("{ nodes { related { score ... on Page { lines } ... on User { name } } } }")
                .answers("""
                        {"nodes": [{"related": [{"score": 6, "lines": 3}]}, {"related": [{"score": 5, "name": "Li"}, {"score": 6, "lines": 3}]}]}
                        """)
                .asking("core scores core");
    }

    @Test
    void asksForAFieldOfTheInterfaceObjectUnderSeveralNames() {
        FEDERATION
                .ask("{ nodes { a: rank(of: 1) ... on User { b: rank(of: 2) } ... on Node { c: rank(of: 3) } } }")
                .answers("""
                        {"nodes": [{"a": "1/1", "b": "1/2", "c": "1/3"}, {"a": "2/1", "c": "2/3"}]}
                        """)
                .asking("core scores");
    }

    @Test
    void keepsFieldsUnderOneNameApartByType() {
        FEDERATION
                .ask("{ nodes { ... on User { x: rank(of: 1) } ... on Page { x: rank(of: 2) } } }")
                .answers("{\"nodes\": [{\"x\": \"1/1\"}, {\"x\": \"2/2\"}]}")
                .asking("core scores");
        FEDERATION
                .ask("{ best { ... on User { x: rank(of: 1) } ... on Page { x: rank(of: 2) } } }")
                .answers("{\"best\": [{\"x\": \"1/1\"}, {\"x\": \"2/2\"}]}")
                .asking("scores core");
    }

    @Test
    void keepsFieldsUnderOneNameApartThatAreAskedForOneAfterTheOther() {
        FEDERATION
                .ask("{ nodes { label medal ... on User { x: label } ... on Page { x: medal } } }")
                .answers("""
                        {"nodes": [{"label": "/u k1", "medal": "medal 5", "x": "/u k1"}, {"label": "/p k2", "medal": "medal 6", "x": "medal 6"}]}
                        """);
        FEDERATION
                .ask("{ best { score medal rank(of: 1) ... on User { x: rank(of: 1) } ... on Page { x: medal } } }")
                .answers("""
                        {"best": [{"score": 5, "medal": "medal 5", "rank": "1/1", "x": "1/1"}, {"score": 6, "medal": "medal 6", "rank": "2/1", "x": "medal 6"}]}
                        """)
                .asking("scores core labels");
    }

    @Test
    void combinesConditionsOnTypesAndVariables() {
        String query =
                "query($on: Boolean!) { best { id ... on User @include(if: $on) { name } __typename @skip(if: $on) } }";
        FEDERATION
                .with("{\"on\": true}")
                .ask(query)
                .answers("{\"best\": [{\"id\": \"u\", \"name\": \"Li\"}, {\"id\": \"p\"}]}")
                .asking("scores core");
        FEDERATION
                .with("{\"on\": false}")
                .ask(query)
                .answers(
                        "{\"best\": [{\"id\": \"u\", \"__typename\": \"User\"}, {\"id\": \"p\", \"__typename\": \"Page\"}]}")
                .asking("scores core");
    }
}
