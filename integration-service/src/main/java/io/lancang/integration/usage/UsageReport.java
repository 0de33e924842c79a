package io.lancang.integration.usage;

import io.lancang.kit.error.ServiceException;
import io.lancang.kit.text.Brief;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway counted since its last report.
 *
 * @param gateway of this instance of a gateway, from its start to its end
 * @param sequence number of the report; one that is sent again has the number that it had
 * @param rows for each minute, client and key
 */
public record UsageReport(String gateway, long sequence, List<Row> rows) {
    private static final int MOST_ROWS = 10_000;
    private static final int LONGEST = 100;
    private static final long MOST = 1_000_000_000_000_000L;
    private static final Duration AHEAD = Duration.ofMinutes(10);

    /**
     * What was used in one minute with one key.
     *
     * @param minute when it began
     */
    record Row(Instant minute, String client, String prefix, long requests, long refused, long cost) {}

    /**
     * Reads a report.
     *
     * @param now what is later by more than ten minutes is of a clock that goes wrong
     * @throws ServiceException BAD_USER_INPUT for what breaks a rule, with the row
     */
    public static UsageReport of(JsonObject json, Instant now) {
        @Nullable Object minutes = json.getValue("minutes");
        if (!(minutes instanceof JsonArray list) || list.size() > MOST_ROWS) {
            throw ServiceException.badInput(
                    "`minutes` is no list of at most " + MOST_ROWS + " rows.", "Send the rest in another report.");
        }
        List<Row> rows = new ArrayList<>();
        for (int index = 0; index < list.size(); index++) {
            String place = "minutes[" + index + "]";
            if (!(list.getValue(index) instanceof JsonObject row)) {
                throw ServiceException.badInput("`" + place + "` is no object.", "Send one for each minute and key.");
            }
            rows.add(row(place, row, now));
        }
        return new UsageReport(text("", json, "gateway"), number("", json, "sequence"), rows);
    }

    private static Row row(String place, JsonObject row, Instant now) {
        return new Row(
                minute(place, text(place + ".", row, "minute"), now),
                text(place + ".", row, "client"),
                row.getValue("prefix") == null || "".equals(row.getValue("prefix"))
                        ? ""
                        : text(place + ".", row, "prefix"),
                number(place + ".", row, "requests"),
                number(place + ".", row, "refused"),
                number(place + ".", row, "cost"));
    }

    private static Instant minute(String place, String text, Instant now) {
        try {
            Instant minute = Instant.parse(text);
            if (minute.getEpochSecond() % 60 == 0 && minute.getNano() == 0 && !minute.isAfter(now.plus(AHEAD))) {
                return minute;
            }
        } catch (DateTimeParseException noMoment) {
            throw refused(place, text);
        }
        throw refused(place, text);
    }

    private static ServiceException refused(String place, String text) {
        return ServiceException.badInput(
                "`" + place + ".minute` is '" + Brief.value(text)
                        + "'; it is the beginning of a minute that is not in the future.",
                "Send one such as 2026-11-29T10:05:00Z.");
    }

    private static String text(String place, JsonObject json, String name) {
        if (json.getValue(name) instanceof String text
                && !text.isBlank()
                && text.length() <= LONGEST
                && text.indexOf(0) < 0) {
            return text;
        }
        throw ServiceException.badInput(
                "`" + place + name + "` is no text of 1 to " + LONGEST + " characters.", "Send one.");
    }

    private static long number(String place, JsonObject json, String name) {
        if (json.getValue(name) instanceof Number number
                && (number instanceof Integer || number instanceof Long)
                && number.longValue() >= 0
                && number.longValue() <= MOST) {
            return number.longValue();
        }
        throw ServiceException.badInput(
                "`" + place + name + "` is no whole number from 0 to " + MOST + ".", "Send one.");
    }

    /** The rows as the database reads them. */
    String rowsAsJson() {
        JsonArray list = new JsonArray();
        for (Row row : rows) {
            list.add(new JsonObject()
                    .put("client", row.client())
                    .put("minute", row.minute().toString())
                    .put("prefix", row.prefix())
                    .put("requests", row.requests())
                    .put("refused", row.refused())
                    .put("cost", row.cost()));
        }
        return list.encode();
    }
}
