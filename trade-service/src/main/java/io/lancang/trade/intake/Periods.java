package io.lancang.trade.intake;

import io.lancang.kit.dataset.FileRow;
import io.lancang.trade.period.Frequency;
import io.lancang.trade.storage.TradeFlowTable;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads periods as they are written, each spelling once. Belongs to one load and one thread. */
final class Periods {
    private static final Pattern SPELLING =
            Pattern.compile("(?<year>\\d{4})(-?(?<month>\\d{2}))?|(?<from>\\d{4})-01/\\d{4}-(?<to>\\d{2})");
    private static final int MOST_KEPT = 10_000;
    private final Map<String, PeriodOfFigure> known = new HashMap<>();

    /** A frequency of the table of flows, and the first day of the period. */
    record PeriodOfFigure(String frequency, String start) {}

    /** The period that a column tells. */
    PeriodOfFigure read(FileRow row, String column) {
        String text = row.text(column);
        PeriodOfFigure period = known.get(text);
        if (period == null) {
            period = parse(text);
            if (period == null) {
                throw row.rejected(
                        column,
                        "'" + text + "' is no period: a year (2024), a month (2024-03 or 202403), or January to a month"
                                + " (2024-01/2024-09), from " + TradeFlowTable.FIRST_YEAR + " to "
                                + TradeFlowTable.LAST_YEAR);
            }
            if (known.size() < MOST_KEPT) {
                known.put(text, period);
            }
        }
        return period;
    }

    private static @Nullable PeriodOfFigure parse(String text) {
        Matcher parts = SPELLING.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        String to = parts.group("to");
        if (to != null) {
            return text.startsWith(parts.group("from"), "YYYY-01/".length())
                    ? of(Frequency.CUMULATIVE.code(), parts.group("from"), to)
                    : null;
        }
        String month = parts.group("month");
        return month == null
                ? of(Frequency.ANNUAL.code(), parts.group("year"), "01")
                : of(Frequency.MONTHLY.code(), parts.group("year"), month);
    }

    /** A year, or a month of it if one is given; null if there is no such period, or no figures of it. */
    static @Nullable PeriodOfFigure of(int year, @Nullable String month) {
        return month == null
                ? of(Frequency.ANNUAL.code(), String.valueOf(year), "01")
                : of(Frequency.MONTHLY.code(), String.valueOf(year), month);
    }

    private static @Nullable PeriodOfFigure of(String frequency, String year, String month) {
        int yearNumber = Integer.parseInt(year);
        int monthNumber = Integer.parseInt(month);
        boolean exists = yearNumber >= TradeFlowTable.FIRST_YEAR
                && yearNumber <= TradeFlowTable.LAST_YEAR
                && monthNumber >= 1
                && monthNumber <= 12;
        return exists ? new PeriodOfFigure(frequency, TradeFlowTable.firstDayOf(yearNumber, monthNumber)) : null;
    }
}
