package io.lancang.federation.feature;

import static io.lancang.federation.feature.DataSubgraph.subgraph;

import org.junit.jupiter.api.Test;

/** What clients do not see still serves the subgraphs. */
class InaccessibleTest {
    private static final Federation FEDERATION = Federation.of(subgraph("a", """
                    type Query { list: [Node]! strict: [Node!] first: Node! find(by: By): String }
                    interface Node { id: ID! }
                    type Open implements Node @key(fields: "id state") { id: ID! state: State! @inaccessible cost: Int @inaccessible }
                    type Secret implements Node @inaccessible { id: ID! }
                    enum State { ON OFF @inaccessible }
                    input By { text: String = "t" token: String = "x" @inaccessible }
                    """, """
                    {"Query": {"list": [{"__typename": "Open", "id": "1", "state": "OFF", "cost": 4}, {"__typename": "Secret", "id": "2"}],
                       "strict": [{"__typename": "Secret", "id": "2"}], "first": {"__typename": "Secret", "id": "2"}, "find": "{$by}"}}
                    """), subgraph("b", """
                    type Open @key(fields: "id state") { id: ID! state: State! cost: Int @external note: String @requires(fields: "cost") }
                    enum State { ON OFF }
                    """, """
                    {"Open": [{"id": "1", "state": "OFF", "note": "costs {cost}"}]}
                    """));

    @Test
    void usesHiddenFieldsAndValuesAsKeysAndRequirements() {
        FEDERATION
                .ask("{ list { ... on Open { note } } }")
                .answersInPart("{\"list\": [{\"note\": \"costs 4\"}, null]}", "SUBGRAPH_INVALID_RESPONSE list/1")
                .asking("a b")
                .sends(1, "\"state\":\"OFF\"");
    }

    @Test
    void letsANullOfAHiddenTypeGoUpAsFarAsItMust() {
        FEDERATION.ask("{ strict { id } }").answersInPart("{\"strict\": null}", "SUBGRAPH_INVALID_RESPONSE strict/0");
        FEDERATION.ask("{ first { id } }").answersInPart("null", "SUBGRAPH_INVALID_RESPONSE first");
    }

    @Test
    void neverShowsTheNameOfAHiddenType() {
        Answer answer = FEDERATION.ask("{ list { __typename id } }");
        answer.answersInPart(
                "{\"list\": [{\"__typename\": \"Open\", \"id\": \"1\"}, null]}", "SUBGRAPH_INVALID_RESPONSE list/1");
        if (answer.body().contains("Secret")) {
            throw new AssertionError(answer.body());
        }
    }

    @Test
    void leavesAHiddenInputFieldToItsDefaultInTheSubgraph() {
        FEDERATION.ask("{ find(by: {}) }").answers("{\"find\": \"{\\\"text\\\":\\\"t\\\",\\\"token\\\":\\\"x\\\"}\"}");
        FEDERATION.ask("{ find(by: {token: \"y\"}) }").isRefused("GRAPHQL_VALIDATION_FAILED", "token");
        FEDERATION
                .with("{\"by\": {\"token\": \"y\"}}")
                .ask("query($by: By) { find(by: $by) }")
                .isRefused("BAD_USER_INPUT", "token");
    }
}
