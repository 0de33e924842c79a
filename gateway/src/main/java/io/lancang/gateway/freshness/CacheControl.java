package io.lancang.gateway.freshness;

import java.util.List;
import java.util.Locale;

/**
 * What a header {@code Cache-Control} says. Times are in seconds, {@link #UNSAID} where it does not say.
 *
 * @param isForbidden whether the answer may not be given again without asking: {@code no-store} or {@code no-cache}
 * @param isPrivate whether it is for the one who asked
 * @param maxAge the time for a shared cache, {@code s-maxage}, if there is one; else {@code max-age}
 * @param isStrict whether it may never be given when it is stale
 * @param isImmutable whether it never changes while it is fresh, so that nobody need ask whether it did (RFC 8246)
 */
public record CacheControl(
        boolean isForbidden,
        boolean isPrivate,
        long maxAge,
        boolean isStrict,
        boolean isImmutable,
        long staleWhileRevalidate,
        long staleIfError) {
    /** In place of a time. */
    public static final long UNSAID = -1;

    /** Nothing is said. */
    public static final CacheControl NONE = new CacheControl(false, false, UNSAID, false, false, UNSAID, UNSAID);

    /** A hundred years, so that sums of times do not overflow. */
    private static final long LONGEST = 100L * 365 * 24 * 3600;

    /** Reads the values of all headers of this name. A time that is none counts as zero; of two that differ, the shorter. */
    public static CacheControl parse(List<String> values) {
        if (values.isEmpty()) {
            return NONE;
        }
        Reading reading = new Reading();
        for (String value : values) {
            for (String directive : value.split(",", -1)) {
                reading.take(directive.strip().toLowerCase(Locale.ROOT));
            }
        }
        return reading.result();
    }

    private static final class Reading {
        private boolean isForbidden;
        private boolean isPrivate;
        private boolean isStrict;
        private boolean isImmutable;
        private long maxAge = UNSAID;
        private long sharedMaxAge = UNSAID;
        private long staleWhileRevalidate = UNSAID;
        private long staleIfError = UNSAID;

        void take(String directive) {
            int equals = directive.indexOf('=');
            String name =
                    equals < 0 ? directive : directive.substring(0, equals).strip();
            String argument = equals < 0 ? "" : directive.substring(equals + 1).strip();
            switch (name) {
                case "no-store", "no-cache" -> isForbidden = true;
                case "private" -> isPrivate = true;
                case "must-revalidate", "proxy-revalidate" -> isStrict = true;
                case "immutable" -> isImmutable = true;
                case "max-age" -> maxAge = shorter(maxAge, argument);
                case "s-maxage" -> sharedMaxAge = shorter(sharedMaxAge, argument);
                case "stale-while-revalidate" -> staleWhileRevalidate = shorter(staleWhileRevalidate, argument);
                case "stale-if-error" -> staleIfError = shorter(staleIfError, argument);
                default -> {
                    // Others say nothing to a cache like this one.
                }
            }
        }

        private static long shorter(long known, String argument) {
            long seconds = seconds(argument.replace("\"", ""));
            return known == UNSAID ? seconds : Math.min(known, seconds);
        }

        CacheControl result() {
            return new CacheControl(
                    isForbidden,
                    isPrivate,
                    sharedMaxAge == UNSAID ? maxAge : sharedMaxAge,
                    isStrict,
                    isImmutable,
                    staleWhileRevalidate,
                    staleIfError);
        }
    }

    /** A number of seconds in digits; zero if it is none. */
    public static long seconds(String digits) {
        if (digits.isEmpty() || !digits.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            return 0;
        }
        return digits.length() > 10 ? LONGEST : Math.min(LONGEST, Long.parseLong(digits));
    }
}
