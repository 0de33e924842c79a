package io.lancang.corridor.corridor;

import java.util.List;
import java.util.Locale;
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
    /** Such as {@code 1435 mm}, {@code 1,000 mm} and {@code 1435/1000 mm}. */
    private static final Pattern MILLIMETRES = Pattern.compile("(?<list>\\d[\\d,/ ]*\\d)\\s*mm\\b");

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
                int gauge = Integer.parseInt(number.replace(",", ""));
                if (gauge >= NARROWEST_MM && gauge <= WIDEST_MM) {
                    gauges.add(gauge);
                }
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

    private static @Nullable Boolean electrification(String words) {
        if (NOT_ELECTRIFIED.matcher(words).find()) {
            return false;
        }
        return ELECTRIFIED.matcher(words).find() ? true : null;
    }
}
