package io.lancang.gateway.request;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BatchParserTest {
    private static final int NAMES = 3;

    @Test
    void knowsABatchByItsFirstSign() {
        assertTrue(BatchParser.isBatch("[".getBytes(UTF_8)));
        assertTrue(BatchParser.isBatch(" \t\r\n[{}]".getBytes(UTF_8)));
        assertFalse(BatchParser.isBatch("{\"a\": []}".getBytes(UTF_8)));
        assertFalse(BatchParser.isBatch("\u000b[".getBytes(UTF_8)));
        assertFalse(BatchParser.isBatch(" ".getBytes(UTF_8)));
        assertFalse(BatchParser.isBatch(new byte[0]));
    }

    @Test
    void cutsOperationsOutAsTheyStand() throws RefusedException {
        assertEquals(
                List.of("{\"query\": \"{ 老 }\"}", "{ \"a\":[{ }] }"),
                split(" [ {\"query\": \"{ 老 }\"} ,\n{ \"a\":[{ }] }]\n", 2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    []               | BAD_REQUEST    | The body is an empty JSON array.
                    [1]              | BAD_REQUEST    | Element 0 of the body is not a JSON object.
                    [{}, null]       | BAD_REQUEST    | Element 1 of the body is not a JSON object.
                    [{}, {}, {}]     | LIMIT_EXCEEDED | The body has more than 2 operations, which is the most at once.
                    [{}] {}          | BAD_REQUEST    | The body is not valid JSON: there is text after its end.
                    """)
    void saysWhatIsWrong(String body, String code, String message) {
        Refusal refusal = refusal(body, 2);

        assertEquals(message, refusal.message());
        assertEquals(code, refusal.code());
        assertEquals(400, refusal.status());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"[{}", "[{]", "[{}, x]"})
    void refusesWhatIsNoJson(String body) {
        String message = refusal(body, 2).message();

        assertTrue(message.startsWith("The body is not valid JSON: "), message);
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        Refusal refusal = assertThrows(
                        RefusedException.class, () -> BatchParser.split("[{\"é\": 1}]".getBytes(ISO_8859_1), 2, NAMES))
                .refusal();

        assertEquals("The body is not valid JSON: it is not UTF-8.", refusal.message());
    }

    /** The names of all operations count together. */
    @Test
    void refusesMoreDifferentNamesThanAllowed() throws RefusedException {
        assertEquals(2, split("[{\"a\": 1, \"b\": 1}, {\"c\": 1, \"a\": 1}]", 2).size());

        Refusal refusal = refusal("[{\"a\": 1, \"b\": 1}, {\"c\": 1, \"d\": 1}]", 2);

        assertEquals("LIMIT_EXCEEDED", refusal.code());
        assertTrue(refusal.message().contains("more than 3 different names"), refusal.message());
    }

    private static List<String> split(String body, int maximum) throws RefusedException {
        return BatchParser.split(body.getBytes(UTF_8), maximum, NAMES).stream()
                .map(operation -> new String(operation, UTF_8))
                .toList();
    }

    private static Refusal refusal(String body, int maximum) {
        return assertThrows(RefusedException.class, () -> split(body, maximum)).refusal();
    }
}
