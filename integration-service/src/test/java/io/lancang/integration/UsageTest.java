package io.lancang.integration;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class UsageTest extends RunningService {
    private final String gateway = UUID.randomUUID().toString();

    /**
     * 10:05 has 3 + 4 = 7 requests of two keys and cost 30 + 5 = 35; 10:06 has 2 and cost 100. The hour has 9 requests, 1 refused and
     * cost 135; its busiest minutes have 7 requests and cost 100. The plan allows 6,000 a minute, which is 360,000 an hour.
     */
    @Test
    void isSummedOverKeysAndMinutes() {
        register("uses-much");
        report(
                1,
                List.of(
                        row("2026-11-20T10:05:00Z", "uses-much", "KeyOne00", 3, 1, 30),
                        row("2026-11-20T10:05:00Z", "uses-much", "KeyTwo00", 4, 0, 5),
                        row("2026-11-20T10:06:00Z", "uses-much", "KeyOne00", 2, 0, 100)));

        JsonPath hour = usage("uses-much", "HOUR");
        assertEquals(1, hour.getList("usage").size());
        assertEquals("2026-11-20T10:00:00Z", hour.getString("usage[0].start"));
        assertEquals("2026-11-20T11:00:00Z", hour.getString("usage[0].end"));
        assertEquals(9, hour.getInt("usage[0].requests"));
        assertEquals(1, hour.getInt("usage[0].refused"));
        assertEquals(135, hour.getInt("usage[0].cost"));
        assertEquals(7, hour.getInt("usage[0].busiestMinuteRequests"));
        assertEquals(100, hour.getInt("usage[0].busiestMinuteCost"));
        assertEquals(360_000, hour.getInt("usage[0].requestsAllowed"));

        JsonPath minutes = usage("uses-much", "MINUTE");
        assertEquals(List.of(2, 7), numbers(minutes, "requests"));
        assertEquals(List.of(9), numbers(usage("uses-much", "DAY"), "requests"));
    }

    /** The last of the two minutes is the one that has 12:00. What another client used is its own. */
    @Test
    void isToldOfTheSpansThatAreAskedForTheLatestFirst() {
        register("some-spans");
        register("other-spans");
        report(
                1,
                List.of(
                        row("2026-11-20T11:58:00Z", "some-spans", "KeyOne00", 1, 0, 1),
                        row("2026-11-20T11:59:00Z", "some-spans", "KeyOne00", 2, 0, 1),
                        row("2026-11-20T12:00:00Z", "some-spans", "KeyOne00", 3, 0, 1),
                        row("2026-11-20T12:01:00Z", "some-spans", "KeyOne00", 4, 0, 1),
                        row("2026-11-20T12:00:00Z", "other-spans", "KeyTwo00", 5, 0, 1)));

        assertEquals(List.of(3, 2), numbers(usage("some-spans", "MINUTE", 2), "requests"));
        assertEquals(List.of(5), numbers(usage("other-spans", "MINUTE", 2), "requests"));
    }

    @Test
    void countsAReportThatIsSentAgainOnce() {
        register("sent-again");
        report(7, row("2026-11-20T10:05:00Z", "sent-again", "KeyOne00", 3, 0, 30));
        report(7, row("2026-11-20T10:05:00Z", "sent-again", "KeyOne00", 3, 0, 30));
        report(8, row("2026-11-20T10:05:00Z", "sent-again", "KeyOne00", 2, 0, 1));
        assertEquals(List.of(5), numbers(usage("sent-again", "HOUR"), "requests"));
    }

    @Test
    void tellsWhenAKeyWasUsedLast() {
        register("used-last");
        String key = prefix(issue("used-last"));
        assertNull(lastUsed());
        report(1, row("2026-11-20T10:07:00Z", "used-last", key, 1, 0, 1));
        report(2, row("2026-11-20T10:05:00Z", "used-last", key, 1, 0, 1));
        assertEquals("2026-11-20T10:07:00Z", lastUsed());
    }

    /** Who asks without a key is no client; its row is dropped and those beside it count. */
    @Test
    void keepsNothingOfWhoIsNoClient() {
        register("is-client");
        report(
                1,
                List.of(
                        row("2026-11-20T10:05:00Z", "anonymous", "", 100, 0, 1),
                        row("2026-11-20T10:05:00Z", "is-client", "KeyOne00", 1, 0, 1)));
        assertEquals(List.of(1), numbers(usage("is-client", "HOUR"), "requests"));
        assertEquals("0", text("select count(*)::text from usage_minute where client = 'anonymous'"));
    }

    @Test
    void refusesReportsThatBreakARuleAndKeepsNothingOfThem() {
        register("bad-report");
        refused(row("2026-11-20T10:05:30Z", "bad-report", "KeyOne00", 1, 0, 1), "`minutes[1].minute`");
        refused(row("2999-11-20T10:05:00Z", "bad-report", "KeyOne00", 1, 0, 1), "not in the future");
        refused(row("2026-11-20T10:05:00Z", "bad-report", "KeyOne00", -1, 0, 1), "`minutes[1].requests`");
        refused(row("2026-11-20T10:05:00Z", "", "KeyOne00", 1, 0, 1), "`minutes[1].client`");
        List<Map<String, Object>> tooMany = new ArrayList<>();
        for (int index = 0; index < 10_001; index++) {
            tooMany.add(Map.of());
        }
        Gateway.post("/gateway/usage", Map.of("gateway", gateway, "sequence", 1, "minutes", tooMany))
                .then()
                .statusCode(400)
                .body("message", containsString("10000"));
        assertEquals(List.of(), usage("bad-report", "HOUR").getList("usage"));
    }

    /** 41 clients in 500 spans each are 20,500, more than 20,000. */
    @Test
    void isNotToldOfTooManySpansAtOnce() {
        for (int index = 0; index < 41; index++) {
            register("wide-" + index);
        }
        assertEquals(
                "LIMIT_EXCEEDED: The usage of 41 clients in 500 spans of time each is asked for; it may be 20000 in all.",
                ADMIN.error("{ clients(filter: {search: \"wide-\"}) { nodes { usage(last: 500) { requests } } } }"));
    }

    private @Nullable String lastUsed() {
        return ADMIN.data("{ client(id: \"used-last\") { keys { nodes { lastUsedAt } } } }")
                .getString("client.keys.nodes[0].lastUsedAt");
    }

    private static JsonPath usage(String client, String unit) {
        return usage(client, unit, 500);
    }

    private static JsonPath usage(String client, String unit, int last) {
        return Graph.of(client, "client")
                .data("{ me { usage(unit: " + unit + ", last: " + last
                        + ", until: \"2026-11-20T12:00:00Z\") { start end requests"
                        + " refused cost busiestMinuteRequests busiestMinuteCost requestsAllowed costAllowed } } }")
                .setRootPath("data.me");
    }

    private static List<Integer> numbers(JsonPath usage, String field) {
        return usage.getList("usage." + field, Integer.class);
    }

    private void report(int sequence, Map<String, Object> row) {
        report(sequence, List.of(row));
    }

    private void report(int sequence, List<Map<String, Object>> rows) {
        Gateway.post("/gateway/usage", Map.of("gateway", gateway, "sequence", sequence, "minutes", rows))
                .then()
                .statusCode(204);
    }

    private void refused(Map<String, Object> row, String message) {
        Map<String, Object> good = row("2026-11-20T10:05:00Z", "bad-report", "KeyOne00", 1, 0, 1);
        Gateway.post("/gateway/usage", Map.of("gateway", gateway, "sequence", 1, "minutes", List.of(good, row)))
                .then()
                .statusCode(400)
                .body("code", equalTo("BAD_USER_INPUT"))
                .body("message", containsString(message));
    }

    private static Map<String, Object> row(
            String minute, String client, String prefix, int requests, int refused, int cost) {
        return Map.of(
                "minute",
                minute,
                "client",
                client,
                "prefix",
                prefix,
                "requests",
                requests,
                "refused",
                refused,
                "cost",
                cost);
    }
}
