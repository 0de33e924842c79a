package io.lancang.corridor.ground.fact;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the text of a railway's specification says about gauge and electrification. What it does not say stays unknown:
 * a line is not called unelectrified because nobody mentioned wires.
 *
 * @param gaugesMm track gauges in millimetres, narrowest first; empty if the text names none
 * @param electrified true or false if the text says so, else null
 */
public record Specification(
        List<Integer> gaugesMm, @Nullable Boolean electrified) {
    private static final Specification SILENT = new Specification(List.of(), null);
    private static final int STANDARD_MM = 1435;
    private static final int METRE_MM = 1000;
    private static final int NARROWEST_MM = 600;
    private static final int WIDEST_MM = 1676;
    /** More may be too many for an {@code int}; the widest gauge has as many. */
    private static final int MOST_DIGITS = 4;
    /**
     * Such as {@code 1435 mm}, {@code 1,000 mm} and {@code 1435/1000 mm}. A list is read once, from its beginning, and never
     * again with less of it, or a long text would take the square of its length.
     */
    private static final Pattern MILLIMETRES = Pattern.compile("(?<![\\d,/ ])(?<list>[\\d,/ ]++)\\s*+mm\\b");

    private static final Pattern NOT_ELECTRIFIED = Pattern.compile("\\b(un|non-|not )electrified");
    private static final Pattern ELECTRIFIED = Pattern.compile("electrified|\\d\\s*kv\\b");

    public Specification {
        gaugesMm = List.copyOf(gaugesMm);
    }

    /** Reads the specification of a segment; only railways have a gauge. */
    public static Specification of(Mode mode, @Nullable String text) {
        if (mode != Mode.RAIL || text == null) {
            return SILENT;
        }
        String words = text.toLowerCase(Locale.ROOT);
        return new Specification(gauges(words), electrification(words));
    }

    private static List<Integer> gauges(String words) {
        TreeSet<Integer> gauges = new TreeSet<>();
        Matcher millimetres = MILLIMETRES.matcher(words);
        while (millimetres.find()) {
            for (String number : millimetres.group("list").split("[/ ]+", -1)) {
                gauge(number.replace(",", "")).ifPresent(gauges::add);
            }
        }
        if (words.contains("standard gauge") || words.contains("standard-gauge")) {
            gauges.add(STANDARD_MM);
        }
        if (words.contains("metre gauge") || words.contains("metre-gauge")) {
            gauges.add(METRE_MM);
        }
        return List.copyOf(gauges);
    }

    /** The gauge; empty if it is none, since a source may write anything, and commas without a number between them. */
    private static Optional<Integer> gauge(String digits) {
        if (digits.isEmpty() || digits.length() > MOST_DIGITS) {
            return Optional.empty();
        }
        int gauge = Integer.parseInt(digits);
        return gauge >= NARROWEST_MM && gauge <= WIDEST_MM ? Optional.of(gauge) : Optional.empty();
    }

    private static @Nullable Boolean electrification(String words) {
        if (NOT_ELECTRIFIED.matcher(words).find()) {
            return false;
        }
        return ELECTRIFIED.matcher(words).find() ? true : null;
    }
}
