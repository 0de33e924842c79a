package io.lancang.corridor.changes.release;

import io.lancang.corridor.ground.fact.KeyDateEvent;
import io.lancang.corridor.ground.fact.PartialDate;
import io.lancang.corridor.ground.fact.Status;
import io.lancang.corridor.ground.rule.Fault;
import io.lancang.corridor.ground.rule.KeyDates;
import io.lancang.corridor.ground.rule.Kilometres;
import io.lancang.corridor.ground.vocabulary.CountryCodes;
import io.lancang.kit.dataset.FileRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rules for cells that several files share, and the row of a table that cells become. */
final class Cells {
    /** The column that says what happened on a key date; files that ship lack it. */
    static final String KEY_DATE_EVENT = "key_date_event";

    /** The column that has the status in the words of the source, beside its name; files may lack it. */
    static final String STATUS_NOTE = "status_note";

    private static final Map<String, KeyDateEvent> EVENTS = Arrays.stream(KeyDateEvent.values())
            .collect(Collectors.toUnmodifiableMap(KeyDateEvent::name, Function.identity()));

    private final List<@Nullable String> values = new ArrayList<>();

    private Cells() {}

    /** A row of a table that begins with {@code value}. */
    static Cells of(String value) {
        return new Cells().and(value);
    }

    Cells and(String value) {
        values.add(value);
        return this;
    }

    Cells and(Enum<?> value) {
        return and(value.name());
    }

    Cells and(long value) {
        return and(Long.toString(value));
    }

    /** Null in the table if empty. */
    Cells and(Optional<?> value) {
        values.add(value.map(Object::toString).orElse(null));
        return this;
    }

    List<@Nullable String> list() {
        return values;
    }

    /** The names of several columns, each of which is to be taken over as it is, or null where blank. */
    Cells andText(FileRow row, String... columns) {
        for (String column : columns) {
            and(row.optional(column));
        }
        return this;
    }

    /** A length in kilometres, or empty if blank. */
    static Optional<BigDecimal> kilometres(FileRow row, String column) {
        Optional<BigDecimal> km = row.optionalAmount(column);
        refuse(row, column, km.flatMap(Kilometres::faultOf));
        return km;
    }

    /** Notes a fault of this column, if there is one. */
    static void refuse(FileRow row, String column, Optional<Fault> fault) {
        fault.ifPresent(found -> row.refuse(column, found.reason()));
    }

    /** A date of any precision, or empty if blank. */
    static Optional<PartialDate> partialDate(FileRow row, String column) {
        Optional<String> text = row.optional(column);
        Optional<PartialDate> date = text.flatMap(PartialDate::parse);
        if (text.isPresent() && date.isEmpty()) {
            row.refuse(
                    column,
                    "'" + text.get()
                            + "' is no date written YYYY, YYYY-MM or YYYY-MM-DD, with (target) or (planned) behind it"
                            + " if it was announced");
        }
        return date;
    }

    /** The status in the words of the source, or in plain ones if the file has nothing but the name of the status. */
    static String statusNote(FileRow row, String column, Map<String, Status> statuses) {
        Status status = row.oneOf(column, statuses);
        return given(row, STATUS_NOTE)
                .orElseGet(() -> row.text(column).equals(status.name()) ? status.words() : row.text(column));
    }

    /** A literal of an array in PostgreSQL. */
    static String array(List<String> parts) {
        return parts.stream()
                .map(part -> '"' + part.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** A column that a file may lack; empty if it does, or if it is blank. */
    static Optional<String> given(FileRow row, String column) {
        return row.has(column) ? row.optional(column) : Optional.empty();
    }

    /** What happened on a key date: the file says it, or it was decided row by row for the files that ship. */
    static Optional<KeyDateEvent> keyDateEvent(
            FileRow row, String idColumn, String column, Map<String, KeyDateEvent> decisions) {
        String id = row.text(idColumn);
        Optional<PartialDate> date = partialDate(row, column);
        if (!row.isSound(idColumn, column)) {
            return Optional.empty();
        }
        if (date.isEmpty()) {
            refuse(
                    row,
                    KEY_DATE_EVENT,
                    KeyDates.faultOf(false, given(row, KEY_DATE_EVENT).isPresent()));
            return Optional.empty();
        }
        if (given(row, KEY_DATE_EVENT).isPresent()) {
            return Optional.of(row.oneOf(KEY_DATE_EVENT, EVENTS));
        }
        Optional<KeyDateEvent> decided = Optional.ofNullable(decisions.get(id));
        if (decided.isEmpty()) {
            row.refuse(
                    column,
                    "'" + date.get().text() + "' is a date of '" + id + "', but neither a column " + KEY_DATE_EVENT
                            + " nor vocabulary/decisions.csv says what happened then");
        }
        return decided;
    }

    /** The alpha-3 codes of a list of alpha-2 codes, in its order, without those that it repeats. */
    static List<String> countries(FileRow row, String column, String alpha2Codes, CountryCodes codes) {
        return distinct(alpha2Codes, ",", alpha2 -> country(row, column, alpha2, codes));
    }

    /** The alpha-3 code of a column with an alpha-2 code, or with an alpha-3 one. */
    static String country(FileRow row, String column, CountryCodes codes) {
        return country(row, column, row.text(column), codes);
    }

    /** The parts of {@code text}, in its order, without those that it repeats. */
    static List<String> distinct(String text, String separator, Function<String, String> meaning) {
        Set<String> parts = new LinkedHashSet<>();
        Arrays.stream(text.split(separator, -1)).map(String::strip).map(meaning).forEach(parts::add);
        return List.copyOf(parts);
    }

    private static String country(FileRow row, String column, String alpha2, CountryCodes codes) {
        Optional<String> alpha3 = codes.isAlpha3(alpha2) ? Optional.of(alpha2) : codes.alpha3(alpha2);
        if (alpha3.isEmpty()) {
            row.refuse(column, "'" + alpha2 + "' is no ISO 3166 alpha-2 code");
        }
        return alpha3.orElse(alpha2);
    }
}
