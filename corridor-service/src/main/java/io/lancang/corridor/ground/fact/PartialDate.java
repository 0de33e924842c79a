package io.lancang.corridor.ground.fact;

import io.lancang.kit.cost.Cost;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.text.Brief;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A date as precisely as it is known.
 *
 * @param text as the source gives it, such as {@code 2030 (target)}
 * @param precision how much of it is known
 * @param earliest the first day that it can be
 * @param latest the last day that it can be
 * @param target whether it was announced rather than reported
 */
@Description("A date as precisely as it is known. Nothing is made up: 2008 stays a year.")
@Cost(weight = 0)
public record PartialDate(
        @Description("The date as the source gives it, such as `2021-12-03`, `2017-04`, `2008` or `2030 (target)`.")
        @NonNull
        String text,

        @Description("How much of the date is known.") @NonNull
        DatePrecision precision,

        @Description("The first day that it can be; equal to `latest` if the day is known.") @NonNull
        LocalDate earliest,

        @Description("The last day that it can be.") @NonNull
        LocalDate latest,

        @Description("Whether it is a date that was announced (a target or a plan) rather than one that is reported.")
        boolean target) {
    private static final Pattern FORM = Pattern.compile(
            "(?<year>[12]\\d{3})(-(?<month>\\d{2})(-(?<day>\\d{2}))?)?(?<target> \\((target|planned)\\))?");

    /** Reads a date of any precision, optionally followed by {@code (target)} or {@code (planned)}; empty if it is none. */
    public static Optional<PartialDate> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(text, form));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /**
     * Checks a date that a client gives; null is none.
     *
     * @throws ServiceException BAD_USER_INPUT if it is written in another way
     */
    public static void checkArgument(String argument, @Nullable String text) {
        if (text != null && parse(text).isEmpty()) {
            throw ServiceException.badInput(
                    "`" + argument + "` is '" + Brief.value(text) + "', which is no date.",
                    "Write YYYY, YYYY-MM or YYYY-MM-DD, with ` (target)` behind it if it was announced.");
        }
    }

    /**
     * The date in a column; null if it is blank, or not known because it cannot be read. What is loaded has passed
     * {@link #parse}, but stewards once could give a day of any year, and one such row must not fail all that is read with it.
     */
    public static @Nullable PartialDate stored(@Nullable String text) {
        return text == null ? null : parse(text).orElse(null);
    }

    private static PartialDate read(String text, Matcher form) {
        boolean target = form.group("target") != null;
        int year = Integer.parseInt(form.group("year"));
        if (form.group("month") == null) {
            Year whole = Year.of(year);
            return new PartialDate(
                    text, DatePrecision.YEAR, whole.atDay(1), whole.atMonth(12).atEndOfMonth(), target);
        }
        YearMonth month = YearMonth.of(year, Integer.parseInt(form.group("month")));
        if (form.group("day") == null) {
            return new PartialDate(text, DatePrecision.MONTH, month.atDay(1), month.atEndOfMonth(), target);
        }
        LocalDate day = month.atDay(Integer.parseInt(form.group("day")));
        return new PartialDate(text, DatePrecision.DAY, day, day, target);
    }

    /** The same date as one that was announced. */
    public PartialDate announced() {
        return new PartialDate(text, precision, earliest, latest, true);
    }

    /** The year, if it was not merely announced. */
    public Optional<Integer> year() {
        return target ? Optional.empty() : Optional.of(earliest.getYear());
    }

    /** The day, if it is known and was not merely announced. */
    public Optional<LocalDate> day() {
        return precision == DatePrecision.DAY && !target ? Optional.of(earliest) : Optional.empty();
    }
}
