package io.lancang.kit.dataset;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.lancang.kit.text.Brief;
import io.lancang.kit.text.Cell;
import io.lancang.kit.text.Numerals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * One row of a file with its rules. Every accessor names its column; a value that breaks the rule rejects the row with
 * line, column and reason.
 */
public final class FileRow {
    /** How many characters a cell may have. */
    public static final int LONGEST_CELL = 4_000;

    private static final Pattern DAY = Pattern.compile("[12]\\d{3}-\\d{2}-\\d{2}");

    private final long line;
    private final Map<String, Integer> places;
    private final CsvRecord fields;

    /** @param places where each column stands in the file, from 0 */
    public FileRow(Map<String, Integer> places, CsvRecord fields) {
        this.line = fields.getStartingLineNumber();
        this.places = places;
        this.fields = fields;
    }

    /** The line of the file that the row begins at, counted from 1, header included. */
    public long line() {
        return line;
    }

    public int fieldCount() {
        return fields.getFieldCount();
    }

    /** Whether there is a field for each of {@code columns} columns, and nothing but blanks after them. */
    public boolean fits(int columns) {
        if (fields.getFieldCount() < columns) {
            return false;
        }
        for (int place = columns; place < fields.getFieldCount(); place++) {
            if (!fields.getField(place).isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** Whether the file has a column that its dataset does not demand. */
    public boolean has(String column) {
        return places.containsKey(column);
    }

    /** The text of a column, without surrounding blanks, or empty if the cell is blank: a gap, not an empty text. */
    public Optional<String> optional(String column) {
        Optional<String> value = optionalOfAnyLength(column);
        if (value.isPresent() && value.get().length() > LONGEST_CELL) {
            throw rejected(column, "has " + value.get().length() + " characters and may have " + LONGEST_CELL);
        }
        return value;
    }

    /** The text of a column of a row that may be wrong in any way; empty if it is blank or missing. */
    public Optional<String> asFarAsItGoes(String column) {
        Integer place = places.get(column);
        return place == null || place >= fields.getFieldCount()
                ? Optional.empty()
                : Optional.of(Cell.read(fields.getField(place).strip())).filter(text -> !text.isEmpty());
    }

    /** As {@link #optional}, of a column whose cells may fill their row, such as the points of a line. */
    public Optional<String> optionalOfAnyLength(String column) {
        Integer place = places.get(column);
        if (place == null) {
            throw new IllegalArgumentException("The dataset declares no column " + column);
        }
        String value = Cell.read(fields.getField(place).strip());
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    /** The text of a column that must not be blank. */
    public String text(String column) {
        return optional(column).orElseThrow(() -> rejected(column, "is blank and must not be"));
    }

    /** A whole number from {@code least} to {@code most}. */
    public int integer(String column, int least, int most) {
        String value = text(column);
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw rejected(column, "'" + Brief.value(value) + "' is no whole number");
        }
        throw rejected(column, value + " is not from " + least + " to " + most);
    }

    /** A number that may be negative, exactly as written; empty if blank. */
    public Optional<BigDecimal> optionalNumber(String column) {
        return optional(column).map(value -> numberOf(column, value));
    }

    /** A number that may be negative, exactly as written. */
    public BigDecimal number(String column) {
        return numberOf(column, text(column));
    }

    /** A number that is not negative, exactly as written; empty if blank. */
    public Optional<BigDecimal> optionalAmount(String column) {
        return optional(column).map(value -> amountOf(column, value));
    }

    /** A number that is not negative, exactly as written. */
    public BigDecimal amount(String column) {
        return amountOf(column, text(column));
    }

    /** As {@link #amount}, as text without an exponent. */
    public String amountText(String column) {
        String value = text(column);
        return isPlain(value) ? value : amountOf(column, value).toPlainString();
    }

    /** Whether a number has a few digits and at most one point: what nearly all numbers are, and quickly told. */
    private static boolean isPlain(String value) {
        if (value.length() > Numerals.MOST_DIGITS) {
            return false;
        }
        int points = 0;
        for (int place = 0; place < value.length(); place++) {
            char letter = value.charAt(place);
            if (letter == '.') {
                points++;
            } else if (letter < '0' || letter > '9') {
                return false;
            }
        }
        return points == 0 || (points == 1 && value.length() > 1);
    }

    /** A day written {@code YYYY-MM-DD}, of the years 1000 to 2999. */
    public LocalDate date(String column) {
        String value = text(column);
        try {
            if (DAY.matcher(value).matches()) {
                return LocalDate.parse(value);
            }
        } catch (DateTimeParseException notADate) {
            throw noDay(column, value);
        }
        throw noDay(column, value);
    }

    private RuntimeException noDay(String column, String value) {
        return rejected(
                column, "'" + Brief.value(value) + "' is no date written YYYY-MM-DD, of the years 1000 to 2999");
    }

    /** The meaning of a word, by {@code meanings}; any other word is rejected. */
    public <T> T oneOf(String column, Map<String, T> meanings) {
        String value = text(column);
        T meaning = meanings.get(value);
        if (meaning == null) {
            throw rejected(column, "'" + Brief.value(value) + "' is none of " + new TreeSet<>(meanings.keySet()));
        }
        return meaning;
    }

    /** Rejects the row: to be thrown by a reader whose rule has no accessor here. */
    public RuntimeException rejected(String column, String reason) {
        return new RowRejectedException(new Rejection(line, column, reason));
    }

    private BigDecimal amountOf(String column, String value) {
        BigDecimal amount = numberOf(column, value);
        if (amount.signum() < 0) {
            throw rejected(column, value + " is negative");
        }
        return amount;
    }

    private BigDecimal numberOf(String column, String value) {
        try {
            return Numerals.read(value);
        } catch (NumberFormatException refused) {
            throw rejected(column, String.valueOf(refused.getMessage()));
        }
    }
}
