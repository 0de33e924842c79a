package io.lancang.mutation;

import io.lancang.mutation.fault.FaultRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a command was asked for.
 *
 * @param modules the modules; empty for all
 * @param given the options that were given, with their values; those that have none with an empty text
 */
record Options(List<String> modules, Map<String, String> given) {
    private static final Set<String> FLAGS =
            Set.of("--changed", "--sql", "--first-tests", "--running", "--alone", "--report-only");
    private static final Set<String> WITH_VALUE = Set.of("--since", "--minutes", "--threads", "--only", "--sample");

    Options {
        modules = List.copyOf(modules);
        given = Map.copyOf(given);
    }

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException where it has an option that there is not
     */
    static Options parse(List<String> arguments) {
        List<String> modules = new ArrayList<>();
        Map<String, String> given = new HashMap<>();
        for (int index = 0; index < arguments.size(); index++) {
            String argument = arguments.get(index);
            if (FLAGS.contains(argument)) {
                given.put(argument, "");
            } else if (WITH_VALUE.contains(argument)) {
                given.put(argument, value(arguments, ++index));
            } else if (argument.startsWith("-")) {
                throw new IllegalArgumentException("there is no option " + argument + ". See ./lancang --help");
            } else {
                modules.add(argument);
            }
        }
        return new Options(modules, given);
    }

    boolean wants(String module) {
        return modules.isEmpty() || modules.contains(module);
    }

    /** The revision that changes are counted from; empty for everything. */
    Optional<String> since() {
        return Optional.ofNullable(given.get("--since"))
                .or(() -> has("--changed") ? Optional.of("HEAD") : Optional.empty());
    }

    /** How long it may take. */
    Duration limit() {
        return Duration.ofMinutes(number("--minutes", 10));
    }

    /** How many processes of tests run at a time. */
    int threads() {
        return number("--threads", 2);
    }

    /** A part of the names and files of the faults that are wanted, or the name of one group of PIT; empty for all. */
    String only() {
        return given.getOrDefault("--only", "");
    }

    /**
     * How many faults are drawn, or how many mutations of each class, the same ones each time; all where it is more than there are.
     */
    int sample() {
        return number("--sample", Integer.MAX_VALUE);
    }

    /** Whether the faults are those generated from SQL. */
    boolean isOfSql() {
        return has("--sql");
    }

    /** Which tests are asked. */
    FaultRun.Extent extent() {
        return has("--running")
                ? FaultRun.Extent.RUNNING
                : has("--alone")
                        ? FaultRun.Extent.ALONE
                        : has("--first-tests") ? FaultRun.Extent.FIRST_TESTS : FaultRun.Extent.ALL;
    }

    /** Whether the command ends well where the tests are too weak. */
    boolean isReportOnly() {
        return has("--report-only");
    }

    private boolean has(String flag) {
        return given.containsKey(flag);
    }

    private int number(String option, int otherwise) {
        String value = given.get(option);
        if (value == null) {
            return otherwise;
        }
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException(option + " needs a whole number, not " + value, wrong);
        }
    }

    private static String value(List<String> arguments, int index) {
        if (index >= arguments.size()) {
            throw new IllegalArgumentException(arguments.getLast() + " needs a value. See ./lancang --help");
        }
        return arguments.get(index);
    }
}
