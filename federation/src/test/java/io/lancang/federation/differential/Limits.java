package io.lancang.federation.differential;

import java.time.Duration;

/**
 * How long to go on.
 *
 * @param seed the first one
 * @param cases how many queries to compare
 */
record Limits(long seed, long cases, Duration time) {
    private static final Duration ENDLESS = Duration.ofDays(365_000);

    /**
     * Reads {@code --seed N}, {@code --cases N} and {@code --minutes N}.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    static Limits parse(String... arguments) {
        Limits limits = new Limits(1, Long.MAX_VALUE, ENDLESS);
        for (int index = 0; index < arguments.length; index += 2) {
            if (index + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[index] + " needs a number. See ./lancang --help");
            }
            limits = limits.with(arguments[index], number(arguments[index], arguments[index + 1]));
        }
        return limits;
    }

    private Limits with(String option, long number) {
        return switch (option) {
            case "--seed" -> new Limits(number, cases, time);
            case "--cases" -> new Limits(seed, number, time);
            case "--minutes" -> new Limits(seed, cases, Duration.ofMinutes(number));
            default ->
                throw new IllegalArgumentException("differential does not know '" + option + "'. See ./lancang --help");
        };
    }

    private static long number(String option, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException(option + " needs a number, not '" + text + "'", wrong);
        }
    }
}
