package io.lancang.standalone.siege;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The command line of {@code ./lancang siege}.
 *
 * @param only names of the attacks to run; all if there are none
 * @param length how long each attack lasts at most
 * @param data folder for the set's data, which is kept; a temporary one, which is not, if it is left out
 * @param task what is to be done
 * @param machine whether the machine does nothing else, so that a slow canary is a fault
 */
record SiegeOptions(
        Set<String> only, Duration length, @Nullable Path data, Task task, Machine machine) {
    static final String USAGE =
            "siege knows --only NAME (again and again, or with commas), --seconds N, --data DIR, --list, --markdown and --busy.";

    SiegeOptions {
        only = Set.copyOf(only);
    }

    /** What to do. */
    enum Task {
        LIST,
        PRINT,
        PRINT_MARKDOWN
    }

    /** What else the machine does. */
    enum Machine {
        QUIET,
        BUSY
    }

    /** Reads the arguments; what is wrong is an {@link IllegalArgumentException} that says so. */
    static SiegeOptions parse(List<String> arguments) {
        Set<String> only = new TreeSet<>();
        Duration length = Duration.ofSeconds(15);
        Path data = null;
        Task task = Task.PRINT;
        Machine machine = Machine.QUIET;
        Iterator<String> rest = new ArrayList<>(arguments).iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            switch (argument) {
                case "--only" -> only.addAll(List.of(value(argument, rest).split(",")));
                case "--seconds" -> length = seconds(value(argument, rest));
                case "--data" ->
                    data = Path.of(value(argument, rest)).toAbsolutePath().normalize();
                case "--list" -> task = Task.LIST;
                case "--markdown" -> task = Task.PRINT_MARKDOWN;
                case "--busy" -> machine = Machine.BUSY;
                default -> throw new IllegalArgumentException("'" + argument + "' is no option: " + USAGE);
            }
        }
        return new SiegeOptions(only, length, data, task, machine);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value: " + USAGE);
        }
        return rest.next();
    }

    private static Duration seconds(String text) {
        if (!text.matches("[1-9]\\d{0,2}")) {
            throw new IllegalArgumentException("--seconds takes a number from 1 to 999, not '" + text + "'.");
        }
        return Duration.ofSeconds(Long.parseLong(text));
    }
}
