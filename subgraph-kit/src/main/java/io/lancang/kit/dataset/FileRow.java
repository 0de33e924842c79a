package io.lancang.kit.dataset;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.lancang.kit.text.Brief;
import io.lancang.kit.text.Cell;
import io.lancang.kit.text.Numerals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * One row of a file with its rules. Every accessor names its column; a value that breaks the rule is noted as a fault with line, column
 * and reason, and the accessor gives some value of its kind in its place, so that all faults of a row are found together. A row with a
 * fault is not loaded.
 */
public final class FileRow {
    /** How many characters a cell may have. */
    public static final int LONGEST_CELL = 4_000;

    /** How many characters a text may have that tells a row from others: PostgreSQL keeps a key of some 2,700 bytes at most in an index. */
    public static final int LONGEST_KEY = 400;

    private static final Pattern DAY = Pattern.compile("[12]\\d{3}-\\d{2}-\\d{2}");

    private static final String ANY_TEXT = "?";
    private static final LocalDate ANY_DAY = LocalDate.of(2000, 1, 1);

    private final long line;
    private final Map<String, Integer> places;
    private final CsvRecord fields;
    /** Nearly all rows have none. */
    private List<Rejection> faults = List.of();

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
            refuse(column, "has " + value.get().length() + " characters and may have " + LONGEST_CELL);
            return Optional.of(ANY_TEXT);
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
        Optional<String> value = optional(column);
        if (value.isEmpty()) {
            refuse(column, "is blank and must not be");
        }
        return value.orElse(ANY_TEXT);
    }

    /** A whole number from {@code least} to {@code most}. */
    public int integer(String column, int least, int most) {
        String value = text(column);
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
            refuse(column, value + " is not from " + least + " to " + most);
        } catch (NumberFormatException notANumber) {
            refuse(column, "'" + Brief.value(value) + "' is no whole number");
        }
        return most;
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

    /** Whether a number has a few digits and at most one point: what nearly all numbers are, and quickly seen. */
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
            noDay(column, value);
        } catch (DateTimeParseException notADate) {
            noDay(column, value);
        }
        return ANY_DAY;
    }

    private void noDay(String column, String value) {
        refuse(column, "'" + Brief.value(value) + "' is no date written YYYY-MM-DD, of the years 1000 to 2999");
    }

    /** The meaning of a word, by {@code meanings}; any other word is rejected. */
    public <T> T oneOf(String column, Map<String, T> meanings) {
        String value = text(column);
        T meaning = meanings.get(value);
        if (meaning == null) {
            refuse(column, "'" + Brief.value(value) + "' is none of " + new TreeSet<>(meanings.keySet()));
            return meanings.values().iterator().next();
        }
        return meaning;
    }

    /** Notes a fault that the reader found, and lets it go on. Of several faults of one cell the first counts. */
    public void refuse(String column, String reason) {
        if (isSound(column)) {
            List<Rejection> more = new ArrayList<>(faults);
            more.add(new Rejection(line, column, reason));
            faults = more;
        }
    }

    /** What is wrong so far, in the order in which it was found. */
    public List<Rejection> faults() {
        return List.copyOf(faults);
    }

    /** Whether nothing is wrong so far. */
    public boolean isSound() {
        return faults.isEmpty();
    }

    /** Whether nothing is wrong so far with these cells: what does not fit a cell that is wrong may be right. */
    public boolean isSound(String... columns) {
        List<String> asked = List.of(columns);
        return faults.stream().noneMatch(fault -> asked.contains(fault.column()));
    }

    /**
     * Rejects the row: to be thrown by a reader whose rule has no accessor here and who cannot go on. Nothing comes of it if a cell was
     * wrong before.
     */
    public RuntimeException rejected(String column, String reason) {
        return new RowRejectedException(new Rejection(line, column, reason));
    }

    private BigDecimal amountOf(String column, String value) {
        BigDecimal amount = numberOf(column, value);
        if (amount.signum() < 0) {
            refuse(column, value + " is negative");
        }
        return amount.abs();
    }

    private BigDecimal numberOf(String column, String value) {
        try {
            return Numerals.read(value);
        } catch (NumberFormatException refused) {
            refuse(column, String.valueOf(refused.getMessage()));
            return BigDecimal.ONE;
        }
    }
}
