package io.lancang.gateway.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Clients decide by status, code and Retry-After; the message names the bound that was met. */
final class RefusalTest {
    private static final Map<String, String> NOW = Map.of();
    private static final Map<String, String> IN_A_SECOND = Map.of("Retry-After", "1");
    private static final Map<String, String> LATER = Map.of("Retry-After", "10");

    static List<Arguments> refusals() {
        return List.of(
                Arguments.of(Refusal.emptyBody(), 400, "BAD_REQUEST", NOW, "no body"),
                Arguments.of(Refusal.noObject(), 400, "BAD_REQUEST", NOW, "not a JSON object"),
                Arguments.of(Refusal.noQuery(), 400, "BAD_REQUEST", NOW, "no query"),
                Arguments.of(Refusal.batch(), 400, "BAD_REQUEST", NOW, "one operation per request"),
                Arguments.of(Refusal.subscriptionInBatch(), 400, "BAD_REQUEST", NOW, "A subscription cannot"),
                Arguments.of(Refusal.badUrl(), 400, "BAD_REQUEST", NOW, "broken escape"),
                Arguments.of(Refusal.batchAnswersTooLarge(7001), 200, "LIMIT_EXCEEDED", NOW, "7001 bytes together"),
                Arguments.of(Refusal.bodyTooLarge(7002), 413, "LIMIT_EXCEEDED", NOW, "7002 bytes"),
                Arguments.of(Refusal.tooManyRequests(73), 503, "LIMIT_EXCEEDED", IN_A_SECOND, "73 requests"),
                Arguments.of(Refusal.tooManyRequestsOfClient(74), 429, "LIMIT_EXCEEDED", IN_A_SECOND, "74 requests"),
                Arguments.of(Refusal.tooManySubscriptions(75), 503, "LIMIT_EXCEEDED", LATER, "75 subscriptions"),
                Arguments.of(
                        Refusal.tooManySubscriptionsOfClient(76), 429, "LIMIT_EXCEEDED", LATER, "76 subscriptions"),
                Arguments.of(Refusal.tokenExpired(), 401, "UNAUTHENTICATED", NOW, "expired"),
                Arguments.of(Refusal.shuttingDown(), 503, "SHUTTING_DOWN", IN_A_SECOND, "shutting down"),
                Arguments.of(
                        Refusal.tooManyNewOperations(77, 8), 503, "LIMIT_EXCEEDED", IN_A_SECOND, "77 in all, and 8"),
                Arguments.of(Refusal.notPreparedInTime(), 503, "TIMEOUT", IN_A_SECOND, "could be planned"),
                Arguments.of(
                        Refusal.tooManyLargeRequests(78, 9), 503, "LIMIT_EXCEEDED", IN_A_SECOND, "78 in all, and 9"),
                Arguments.of(Refusal.notReadInTime(), 503, "TIMEOUT", IN_A_SECOND, "could be read"),
                Arguments.of(Refusal.defect(), 500, "INTERNAL", NOW, "defect"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void saysWhatClientsDecideBy(Refusal refusal, int status, String code, Map<String, String> headers, String part) {
        assertEquals(status, refusal.status());
        assertEquals(code, refusal.code());
        assertEquals(headers, refusal.headers());
        assertTrue(refusal.message().contains(part), refusal.message());
        assertFalse(refusal.hint().isBlank());
    }

    @Test
    void isAnErrorOfGraphQLToo() {
        assertEquals(new Problem("TOO", "much", "less", null), new Refusal(400, "TOO", "much", "less").problem());
    }

    @Test
    void shortensWhatAClientSent() {
        assertEquals(
                "\"" + "n".repeat(100) + "\" is given twice.",
                Refusal.sameMemberTwice("n".repeat(100)).message());
        assertEquals(
                "\"" + "n".repeat(100) + "...\" is given twice.",
                Refusal.sameMemberTwice("n".repeat(101)).message());
        assertEquals(
                "The number " + "9".repeat(40) + " is out of range.",
                Refusal.numberOutOfRange("9".repeat(40)).message());
        assertEquals(
                "The number " + "9".repeat(40) + "... is out of range.",
                Refusal.numberOutOfRange("9".repeat(41)).message());
    }

    @Test
    void writesAnErrorWithAndWithoutWhatMayBeLeftOut() {
        Problem whole = new Problem("TIMEOUT", "too \"late\"", "Try again.", "trade");
        Problem bare = new Problem("TIMEOUT", "late", null, null);

        assertEquals(
                "[{\"message\":\"too \\\"late\\\"\",\"extensions\":{\"code\":\"TIMEOUT\",\"service\":\"trade\","
                        + "\"hint\":\"Try again.\"}}]",
                new String(ErrorJson.list(whole), UTF_8));
        assertEquals(
                "{\"errors\":[{\"message\":\"late\",\"extensions\":{\"code\":\"TIMEOUT\"}}]}",
                new String(ErrorJson.response(bare), UTF_8));
    }
}
