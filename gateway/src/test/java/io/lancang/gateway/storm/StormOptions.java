package io.lancang.gateway.storm;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What {@code ./lancang storm} is configured with.
 *
 * @param connections at the same time
 * @param seconds of each weather
 * @param weathers in order
 */
record StormOptions(int connections, int seconds, List<Weather> weathers) {
    private static final int MOST_CONNECTIONS = 200;
    private static final int MOST_SECONDS = 60;

    /** @throws IllegalArgumentException that names the option and what it may be */
    static StormOptions parse(String... arguments) {
        int connections = 20;
        int seconds = 9;
        List<Weather> weathers = Arrays.asList(Weather.values());
        for (int i = 0; i < arguments.length; i += 2) {
            String option = arguments[i];
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(option + " needs a value. See ./lancang --help");
            }
            String value = arguments[i + 1];
            switch (option) {
                case "--connections" -> connections = number(option, value, MOST_CONNECTIONS);
                case "--seconds" -> seconds = number(option, value, MOST_SECONDS);
                case "--only" ->
                    weathers = Arrays.stream(value.split(",", -1))
                            .map(StormOptions::weather)
                            .toList();
                default ->
                    throw new IllegalArgumentException("storm does not know '" + option + "'. See ./lancang --help");
            }
        }
        return new StormOptions(connections, seconds, weathers);
    }

    private static int number(String option, String value, int most) {
        try {
            int number = Integer.parseInt(value);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException none) {
            // Said below, as for a number that is out of range.
        }
        throw new IllegalArgumentException(option + " is '" + value + "', but it must be a number from 1 to " + most);
    }

    private static Weather weather(String name) {
        String constant = name.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(Weather.values())
                .filter(weather -> weather.name().equals(constant))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no weather '" + name + "', but "
                        + Arrays.toString(Weather.values())
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-')));
    }
}
