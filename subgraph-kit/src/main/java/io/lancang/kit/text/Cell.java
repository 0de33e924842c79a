package io.lancang.kit.text;

import java.util.regex.Pattern;

/**
 * Cells of CSV that a spreadsheet would take for a formula, such as {@code =HYPERLINK(…)}. An apostrophe before them makes
 * them text. A cell that begins with apostrophes already gets one more, so that reading takes away exactly what writing
 * added: text comes back as it was, whether or not it was made safe.
 */
public final class Cell {
    /** What begins a formula, also as full-width characters, and what a spreadsheet takes away before it looks. */
    private static final String STARTS = "[=+\\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]";

    private static final Pattern FORMULA = Pattern.compile("'*" + STARTS);
    private static final Pattern MARKED = Pattern.compile("'+" + STARTS);
    private static final Pattern NUMBER = Pattern.compile("[+-]\\d{1,15}(\\.\\d{1,15})?");
    private static final Pattern START_WITHIN = Pattern.compile("([,;\t])(?=" + STARTS + ")");

    private Cell() {}

    /** A text as a cell that no spreadsheet runs. Signed numbers stay what they are. */
    public static String safe(String text) {
        return FORMULA.matcher(text).lookingAt() && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }

    /** A text as a cell, formulas included. */
    public static String plain(String text) {
        return isMarked(text) ? "'" + text : text;
    }

    /** The text of a cell that {@link #safe} or {@link #plain} wrote. */
    public static String read(String cell) {
        return isMarked(cell) ? cell.substring(1) : cell;
    }

    private static boolean isMarked(String text) {
        return text.startsWith("'") && MARKED.matcher(text).lookingAt();
    }

    /** A line that is no row, in which a spreadsheet finds no formula behind what it takes for a separator. */
    public static String safeLine(String line) {
        return START_WITHIN.matcher(line).replaceAll("$1 ");
    }
}
