package io.lancang.gateway.headers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.MultiMap;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerHeadersTest {
    @ParameterizedTest
    @CsvSource({"first, a;b", "last, c", "append, a;b;c"})
    void takesOfSeveralAnswersWhatTheStrategySays(String strategy, String expected) {
        AnswerHeaders headers = headers(
                Map.of("headers.response[0].propagate", "X-Served-By", "headers.response[0].strategy", strategy));

        headers.take("trade", answer("x-served-by", "a", "b"));
        headers.take("corridor", answer("X-Other", "d"));
        headers.take("corridor", answer("X-Served-By", "c"));

        assertEquals(List.of(expected.split(";", -1)), sent(headers).getAll("X-Served-By"));
        assertFalse(sent(headers).contains("X-Other"));
    }

    @Test
    void takesOfOneSubgraphWhatIsAskedOfItAloneAndUnderTheNewName() {
        AnswerHeaders headers = headers(Map.of(
                "subgraphs.\"trade\".headers.response[0].propagate", "Cache-Control",
                "subgraphs.\"trade\".headers.response[0].rename", "X-Trade-Cache"));

        headers.take("corridor", answer("Cache-Control", "no-store"));
        assertTrue(headers.isEmpty());
        headers.take("trade", answer("Cache-Control", "max-age=60"));

        assertEquals(List.of("max-age=60"), sent(headers).getAll("x-trade-cache"));
        assertFalse(sent(headers).contains("Cache-Control"));
    }

    @Test
    void takesOfEverySubgraphWhatIsAskedOfAllThoughItHasRulesOfItsOwn() {
        AnswerHeaders headers = headers(Map.of(
                "headers.response[0].propagate", "X-Region",
                "subgraphs.\"trade\".headers.response[0].propagate", "X-Other"));

        headers.take("trade", answer("X-Region", "a"));

        assertEquals("a", sent(headers).get("X-Region"));
    }

    @Test
    void appendsSixteenValuesAtMost() {
        AnswerHeaders headers = appending();

        for (int i = 0; i < 20; i++) {
            headers.take("trade", answer("x-a", "v" + i));
        }

        assertEquals(16, sent(headers).getAll("x-a").size());
        assertEquals("v15", sent(headers).getAll("x-a").getLast());
    }

    @Test
    void appends8192CharactersAtMost() {
        AnswerHeaders headers = appending();

        headers.take("trade", answer("x-a", "a".repeat(8000)));
        headers.take("trade", answer("x-a", "b".repeat(192)));
        headers.take("trade", answer("x-a", "c"));

        assertEquals(2, sent(headers).getAll("x-a").size());
    }

    @Test
    void leavesOutWhatCannotBeWritten() {
        AnswerHeaders headers = appending();

        headers.take("trade", answer("x-a", "a\u0000", "b\u000b", "\u00e4", "good"));

        assertEquals(Collections.singletonList("good"), sent(headers).getAll("x-a"));
    }

    private static AnswerHeaders appending() {
        return headers(Map.of("headers.response[0].propagate", "x-a", "headers.response[0].strategy", "append"));
    }

    private static AnswerHeaders headers(Map<String, String> keys) {
        return new AnswerHeaders(RequestRulesTest.rules(keys));
    }

    private static MultiMap answer(String name, String... values) {
        List<String> lines = List.of(values);
        return MultiMap.caseInsensitiveMultiMap().add(name, lines);
    }

    private static MultiMap sent(AnswerHeaders headers) {
        MultiMap sent = MultiMap.caseInsensitiveMultiMap();
        headers.addTo(sent);
        return sent;
    }
}
