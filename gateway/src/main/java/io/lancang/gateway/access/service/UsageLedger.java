package io.lancang.gateway.access.service;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What clients have used and nobody was told of yet, by minute and key. With more rows than there may be, the oldest minute makes room.
 * Thread-safe.
 */
final class UsageLedger {
    private static final long MINUTE_MILLIS = 60_000;

    private final int maximum;
    private final Map<Row, Used> rows = new LinkedHashMap<>();

    private record Row(long minute, String client, String prefix) {}

    private record Used(long requests, long refused, long cost) {
        Used plus(Used more) {
            return new Used(requests + more.requests, refused + more.refused, cost + more.cost);
        }
    }

    /** @param maximum rows */
    UsageLedger(int maximum) {
        this.maximum = maximum;
    }

    /**
     * Adds what a key was used for.
     *
     * @param now in milliseconds since 1970
     * @return how many rows were dropped to make room
     */
    synchronized int add(long now, String client, String prefix, long requests, long refused, long cost) {
        Row row = new Row(now - Math.floorMod(now, MINUTE_MILLIS), client, prefix);
        Used used = new Used(requests, refused, cost);
        if (rows.size() < maximum || rows.containsKey(row)) {
            rows.merge(row, used, Used::plus);
            return 0;
        }
        long oldest = rows.keySet().stream().mapToLong(Row::minute).min().orElse(row.minute());
        if (oldest >= row.minute()) {
            return 1;
        }
        int before = rows.size();
        rows.keySet().removeIf(each -> each.minute() == oldest);
        rows.put(row, used);
        return before + 1 - rows.size();
    }

    /** Takes all rows out, as the service wants them. */
    synchronized JsonArray drain() {
        JsonArray minutes = new JsonArray();
        rows.entrySet().stream()
                .sorted(Comparator.comparingLong(each -> each.getKey().minute()))
                .forEach(each -> minutes.add(json(each.getKey(), each.getValue())));
        rows.clear();
        return minutes;
    }

    private static JsonObject json(Row row, Used used) {
        return new JsonObject()
                .put("minute", Instant.ofEpochMilli(row.minute()).toString())
                .put("client", row.client())
                .put("prefix", row.prefix())
                .put("requests", used.requests())
                .put("refused", used.refused())
                .put("cost", used.cost());
    }
}
