package io.lancang.gateway.access.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What waits to be reported, and what makes room. */
class UsageLedgerTest {
    /** 2026-11-29T10:05:00Z. */
    private static final long MINUTE = 1_795_946_700_000L;

    private final UsageLedger ledger = new UsageLedger(2);

    @Test
    void addsUpByMinuteAndKey() {
        ledger.add(MINUTE, "port", "a", 1, 0, 40);
        ledger.add(MINUTE + 59_999, "port", "a", 1, 1, 0);
        ledger.add(MINUTE + 20_000, "port", "a", 0, 0, -15);
        ledger.add(MINUTE + 60_000, "port", "a", 1, 0, 7);

        assertEquals(List.of("2026-11-29T10:05:00Z port a 2 1 25", "2026-11-29T10:06:00Z port a 1 0 7"), drained());
        assertEquals(List.of(), drained(), "nothing is told twice");
    }

    @Test
    void dropsTheOldestMinuteToMakeRoomAndSaysHowMuch() {
        assertEquals(0, ledger.add(MINUTE, "port", "a", 1, 0, 0));
        assertEquals(0, ledger.add(MINUTE, "port", "b", 1, 0, 0));
        assertEquals(0, ledger.add(MINUTE, "port", "b", 1, 0, 0), "a row that is there takes no room");

        assertEquals(2, ledger.add(MINUTE + 60_000, "port", "a", 5, 0, 0));

        assertEquals(List.of("2026-11-29T10:06:00Z port a 5 0 0"), drained());
    }

    @Test
    void dropsWhatComesWhereTheSameMinuteIsFull() {
        ledger.add(MINUTE, "port", "a", 1, 0, 0);
        ledger.add(MINUTE, "port", "b", 1, 0, 0);

        assertEquals(1, ledger.add(MINUTE, "port", "c", 1, 0, 0));
        assertEquals(2, drained().size());
    }

    private List<String> drained() {
        return ledger.drain().stream()
                .map(JsonObject.class::cast)
                .map(row -> row.getString("minute") + " " + row.getString("client") + " " + row.getString("prefix")
                        + " " + row.getLong("requests") + " " + row.getLong("refused") + " " + row.getLong("cost"))
                .toList();
    }
}
