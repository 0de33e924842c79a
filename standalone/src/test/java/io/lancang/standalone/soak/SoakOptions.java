package io.lancang.standalone.soak;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The command line of {@code k8s/test/soak}.
 *
 * @param length of the load, from its begin to its end
 * @param rate requests a second
 * @param each how many processes there are of each application
 * @param upheavals what happens meanwhile
 * @param data where the data of the set are kept; null for a temporary folder
 */
record SoakOptions(
        Duration length,
        int rate,
        int each,
        List<Upheaval> upheavals,
        @Nullable Path data) {
    static final String USAGE =
            "soak knows --minutes N, --rate N, --each N, --only UPHEAVAL[,UPHEAVAL], --calm and --data DIR.";

    SoakOptions {
        upheavals = List.copyOf(upheavals);
    }

    /** Reads the arguments; what is wrong is an {@link IllegalArgumentException} that says so. */
    static SoakOptions parse(List<String> arguments) {
        Duration length = Duration.ofMinutes(30);
        int rate = 60;
        int each = 2;
        List<Upheaval> upheavals = Upheaval.all();
        Path data = null;
        Iterator<String> rest = new ArrayList<>(arguments).iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            switch (argument) {
                case "--minutes" -> length = Duration.ofMinutes(number(argument, rest, 1, 1440));
                case "--rate" -> rate = number(argument, rest, 1, 2000);
                case "--each" -> each = number(argument, rest, 2, 5);
                case "--only" ->
                    upheavals = Arrays.stream(value(argument, rest).split(","))
                            .map(Upheaval::of)
                            .toList();
                case "--calm" -> upheavals = List.of();
                case "--data" ->
                    data = Path.of(value(argument, rest)).toAbsolutePath().normalize();
                default -> throw new IllegalArgumentException("'" + argument + "' is no option: " + USAGE);
            }
        }
        return new SoakOptions(length, rate, each, upheavals, data);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value: " + USAGE);
        }
        return rest.next();
    }

    private static int number(String option, Iterator<String> rest, int least, int most) {
        String text = value(option, rest);
        int number = text.matches("[1-9]\\d{0,3}") ? Integer.parseInt(text) : 0;
        if (number < least || number > most) {
            throw new IllegalArgumentException(
                    option + " takes a number from " + least + " to " + most + ", not '" + text + "'.");
        }
        return number;
    }
}
