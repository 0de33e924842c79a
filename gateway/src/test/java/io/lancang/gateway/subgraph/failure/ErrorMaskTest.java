package io.lancang.gateway.subgraph.failure;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.error.GraphQLError;
import io.lancang.gateway.TestConfig;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class ErrorMaskTest {
    private static final String SECRET = "ERROR: relation \"users\" does not exist at db-7.internal:5432";

    @Test
    void hidesWhatHasNoCodeOfTheList() {
        GraphQLError shown =
                mask(Map.of()).shown("trade", error("INTERNAL", Map.of("stacktrace", List.of("at a.b.C"))));

        assertThat(
                shown.message(),
                matchesPattern(
                        "Subgraph \"trade\" reported an error. The gateway's log has it under the id [0-9a-f]{16}."));
        assertEquals("SUBGRAPH_ERROR", shown.code());
        assertEquals("trade", shown.service());
        assertEquals(java.util.Set.of("id"), shown.extensions().keySet());
        assertTrue(shown.message().contains(String.valueOf(shown.extensions().get("id"))));
    }

    @Test
    void passesMessagesWithAKnownCodeAndTheirHint() {
        GraphQLError shown =
                mask(Map.of()).shown("trade", error("NOT_FOUND", Map.of("hint", "look elsewhere", "sql", "SELECT")));

        assertEquals(SECRET, shown.message());
        assertEquals("NOT_FOUND", shown.code());
        assertEquals(Map.of("hint", "look elsewhere"), shown.extensions());
    }

    @Test
    void cutsLongMessagesOff() {
        GraphQLError shown =
                mask(Map.of("subgraph-errors.max-message-length", "5")).shown("trade", error("NOT_FOUND", Map.of()));

        assertEquals("ERROR...", shown.message());
    }

    @Test
    void letsASubgraphPassWhatOthersMayNot() {
        ErrorMask mask = mask(Map.of(
                "subgraphs.legacy.errors.codes", "E17",
                "subgraphs.legacy.errors.extensions", "sql",
                "subgraphs.open.errors.mask", "false"));

        assertEquals(SECRET, mask.shown("legacy", error("E17", Map.of())).message());
        assertEquals(
                "SUBGRAPH_ERROR",
                mask.shown("legacy", error("NOT_FOUND", Map.of())).code());
        assertEquals(
                Map.of("sql", "x"),
                mask.shown("legacy", error("E17", Map.of("sql", "x"))).extensions());
        assertEquals(SECRET, mask.shown("open", error("E17", Map.of())).message());
        assertEquals(
                "SUBGRAPH_ERROR", mask.shown("trade", error("E17", Map.of())).code());
    }

    @Test
    void logsAFixedNumberOfLinesASecond() {
        AtomicLong now = new AtomicLong();
        ErrorLog log = new ErrorLog(now::get);
        for (int i = 0; i < ErrorLog.LINES; i++) {
            assertTrue(log.mayLog());
        }

        assertFalse(log.mayLog());
        now.set(TimeUnit.SECONDS.toNanos(1));
        assertTrue(log.mayLog());
    }

    private static ErrorMask mask(Map<String, String> keys) {
        return ErrorMask.of(TestConfig.with(keys));
    }

    private static GraphQLError error(String code, Map<String, Object> extensions) {
        return new GraphQLError(SECRET, List.of(), List.of(), code, "trade", extensions);
    }
}
