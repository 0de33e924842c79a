package io.lancang.standalone.questions;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;

/**
 * The command line of {@code ./lancang bench questions}.
 *
 * @param length how long each question is asked
 * @param connections how many clients ask at once
 */
record BenchOptions(Duration length, int connections) {
    private static final int MOST_SECONDS = 600;
    private static final int MOST_CONNECTIONS = 200;

    /** @throws IllegalArgumentException for an option that there is not, or a value out of bounds */
    static BenchOptions parse(List<String> arguments) {
        int seconds = 10;
        int connections = 4;
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String option = rest.next();
            switch (option) {
                case "--seconds" -> seconds = number(option, rest, MOST_SECONDS);
                case "--connections" -> connections = number(option, rest, MOST_CONNECTIONS);
                default ->
                    throw new IllegalArgumentException("There is no option '" + option + "'. See ./lancang --help");
            }
        }
        return new BenchOptions(Duration.ofSeconds(seconds), connections);
    }

    private static int number(String option, Iterator<String> rest, int most) {
        String value = rest.hasNext() ? rest.next() : "";
        int number = value.matches("\\d{1,6}") ? Integer.parseInt(value) : 0;
        if (number < 1 || number > most) {
            throw new IllegalArgumentException(
                    option + " is '" + value + "'; it must be a number from 1 to " + most + ".");
        }
        return number;
    }
}
