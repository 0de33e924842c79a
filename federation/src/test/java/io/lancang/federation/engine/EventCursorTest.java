package io.lancang.federation.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.lancang.federation.testing.TestSubgraph;
import io.lancang.federation.testing.TestSubgraphs;
import io.lancang.federation.testing.TestSupergraph;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which subscriptions a client can take up behind an event, and which requests say behind which. */
class EventCursorTest {
    private static final TestSubgraph TRAINS = TestSubgraph.of("trains", """
        type Query { arrived(after: ID): Event }
        type Subscription {
          arrived(after: ID, name: String, delay: Int, lines: [ID!]): Event
          departed(before: ID): Event
        }
        type Event { cursor: ID! train: String }
        """).build();

    private final FederationEngine<Object> engine =
            new FederationEngine<>(TestSupergraph.of(TRAINS), TestSubgraphs.of(TRAINS), EngineOptions.DEFAULT);

    @Test
    void namesTheResponseKeysAndTheVariable() {
        assertEquals(
                new EventCursor("news", "place", "from"),
                cursor("subscription ($from: ID) { news: arrived(after: $from) { train place: cursor } }", "after"));
    }

    @Test
    void findsTheFieldsInFragments() {
        assertEquals(new EventCursor("arrived", "cursor", "from"), cursor("""
            subscription ($from: ID!) { ...All }
            fragment All on Subscription { arrived(delay: 5, after: $from) { ... on Event { train } ...Place } }
            fragment Place on Event { cursor }
            """, "after"));
    }

    @ParameterizedTest
    @CsvSource({"name, String", "name, String!", "after, ID", "after, ID!"})
    void takesVariablesThatHoldText(String argument, String type) {
        assertEquals(
                new EventCursor("arrived", "cursor", "from"),
                cursor("subscription ($from: " + type + ") { arrived(" + argument + ": $from) { cursor } }", argument));
    }

    @ParameterizedTest
    @CsvSource({"delay, Int", "delay, Int!", "lines, [ID!]"})
    void takesNoOtherVariables(String argument, String type) {
        assertNull(
                cursor("subscription ($from: " + type + ") { arrived(" + argument + ": $from) { cursor } }", argument));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "subscription { arrived { cursor } }",
                "subscription { arrived(after: \"e7\") { cursor } }",
                "subscription ($from: String) { arrived(name: $from) { cursor } }",
                "subscription ($from: ID) { arrived(after: $from) { train } }",
                "subscription ($from: ID) { departed(before: $from) { cursor } }",
                "query ($from: ID) { arrived(after: $from) { cursor } }",
                "subscription { nothing }",
            })
    void isNoneWhereTheClientCannotGoOn(String document) {
        assertNull(cursor(document, "after"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "subscription { arrived(after: \"e7\") { train } }              | true",
                "subscription { arrived(delay: 5, after: \"e7\") { train } }    | true",
                "subscription { arrived(after: null) { train } }                | false",
                "subscription { arrived(name: \"e7\") { train } }               | false",
                "subscription { arrived { train } }                             | false",
                "subscription ($sent: ID) { arrived(after: $sent) { train } }   | true",
                "subscription ($null: ID) { arrived(after: $null) { train } }   | false",
                "subscription ($unsent: ID) { arrived(after: $unsent) { train } } | false",
                "subscription ($unsent: ID = \"e0\") { arrived(after: $unsent) { train } } | true",
                "subscription ($sent: ID = \"e0\", $other: ID) { arrived(after: $other, name: \"x\") { train } } |"
                        + " false",
                "query { arrived(after: \"e7\") { train } }                     | false",
                "subscription { nothing }                                       | false",
            })
    void saysWhetherARequestBeginsBehindAnEvent(String document, boolean gives) {
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put("sent", "e7");
        variables.put("null", null);
        GraphQLRequest request = new GraphQLRequest(document, null, variables);

        assertEquals(gives, engine.preparation(request, "context").givesArgument("after", request));
    }

    private @Nullable EventCursor cursor(String document, String argument) {
        return engine.preparation(new GraphQLRequest(document, null, Map.of()), "context")
                .eventCursor(argument, "cursor");
    }
}
