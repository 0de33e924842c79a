package io.lancang.corridor.ground.travel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The design speed that a specification names for goods, in its own words. */
public final class DesignSpeed {
    /** Not known. */
    public static final int UNKNOWN = 0;

    private static final int LOWEST_KMH = 10;
    private static final int HIGHEST_KMH = 400;
    /** Such as {@code 120 km/h}, {@code 80-100 km/h} and {@code 160/120 km/h}; no number is read twice. */
    private static final Pattern FORM =
            Pattern.compile("(?<![\\d,.])(?<first>\\d{2,3})([-–/](?<second>\\d{2,3}))? ?km/h(?<freight> freight)?");

    private DesignSpeed() {}

    /**
     * Kilometres per hour: that for freight if there is one of its own, else the lower end of the first range or pair; {@link
     * #UNKNOWN} if the text names none.
     */
    public static int of(@Nullable String specification) {
        int speed = UNKNOWN;
        Matcher form = FORM.matcher(specification == null ? "" : specification);
        while (form.find()) {
            int found = sane(lower(form));
            if (form.group("freight") != null) {
                return found;
            }
            speed = speed == UNKNOWN ? found : speed;
        }
        return speed;
    }

    private static int lower(Matcher form) {
        int first = Integer.parseInt(form.group("first"));
        String second = form.group("second");
        return second == null ? first : Math.min(first, Integer.parseInt(second));
    }

    private static int sane(int kmh) {
        return kmh >= LOWEST_KMH && kmh <= HIGHEST_KMH ? kmh : UNKNOWN;
    }
}
