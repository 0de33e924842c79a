package io.lancang.gateway.http.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.engine.Delivery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AcceptHeaderTest {
    @Test
    void givesJsonToAClientThatDoesNotSay() {
        assertEquals(ResponseFormat.JSON, AcceptHeader.choose(null).single());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/*",
                "application/json",
                "application/json; charset=utf-8",
                "APPLICATION/JSON",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                "application/graphql-response+json;q=0.8, application/json"
            })
    void givesJson(String header) {
        assertEquals(ResponseFormat.JSON, AcceptHeader.choose(header).single());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/graphql-response+json",
                "application/graphql-response+json, application/json;q=0.9",
                "application/json;q=0.5,application/graphql-response+json",
                "application/graphql-response+json,application/json",
                "text/html, application/graphql-response+json; charset=utf-8"
            })
    void givesGraphQLResponse(String header) {
        assertEquals(
                ResponseFormat.GRAPHQL_RESPONSE, AcceptHeader.choose(header).single());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml;q=0.9", "application/json;q=0", "application/json;q=x", ""})
    void givesNothingToAClientThatTakesNeither(String header) {
        assertNull(AcceptHeader.choose(header).single());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/event-stream", "application/json;q=0.9, text/event-stream", "TEXT/EVENT-STREAM;q=0.5"})
    void givesServerSentEvents(String header) {
        Accepted accepted = AcceptHeader.choose(header);

        assertEquals(StreamFormat.SERVER_SENT_EVENTS, accepted.stream());
        assertTrue(accepted.prefersStream());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/mixed;subscriptionSpec=1.0, application/json",
                "multipart/mixed;boundary=\"graphql\";subscriptionSpec=\"1.0\", application/json",
                "multipart/mixed; boundary=graphql; subscriptionSpec=1.0,application/graphql-response+json"
            })
    void givesPartsOnlyWhereOneAnswerWillNotDo(String header) {
        Accepted accepted = AcceptHeader.choose(header);

        assertEquals(StreamFormat.MULTIPART, accepted.stream());
        assertFalse(accepted.prefersStream());
        assertNotNull(accepted.single());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*/*", "application/json", "multipart/mixed", "multipart/mixed;deferSpec=20220824", "text/*"})
    void givesNoStreamToAClientThatNamesNone(String header) {
        assertNull(AcceptHeader.choose(header).stream());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/mixed;deferSpec=20220824,application/json;q=0.9",
                // GraphiQL, and urql.
                "application/json, multipart/mixed",
                "application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed",
                "multipart/mixed; boundary=graphql",
                "application/json, multipart/mixed; boundary=\"-\"; deferSpec=20220824; q=0.1"
            })
    void givesDeferredPartsToWhomeverNamesThem(String header) {
        assertEquals(Delivery.IN_PARTS, AcceptHeader.choose(header).delivery());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    multipart/mixed;incrementalSpec=v0.2, application/json | INCREMENTAL_0_2
                    multipart/mixed; incrementalSpec="v0.2", multipart/mixed;deferSpec=20220824 | INCREMENTAL_0_2
                    multipart/mixed;deferSpec=20220824, multipart/mixed;incrementalSpec=v0.2 | DEFER_20220824
                    multipart/mixed;q=0.5, multipart/mixed;incrementalSpec=v0.2 | INCREMENTAL_0_2
                    multipart/mixed, application/json | DEFER_20220824
                    """)
    void givesPartsInTheFormatThatTheClientLikesBest(String header, PartsFormat expected) {
        assertEquals(expected, AcceptHeader.choose(header).parts());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/json",
                "multipart/mixed;incrementalSpec=v0.1, application/json",
                "multipart/mixed;q=0, application/json",
                "multipart/mixed;deferSpec=20220824;q=0, application/json",
                "multipart/mixed;subscriptionSpec=1.0, application/json"
            })
    void givesTheWholeAnswerToOthers(String header) {
        assertEquals(Delivery.WHOLE, AcceptHeader.choose(header).delivery());
    }
}
