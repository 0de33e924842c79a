package io.lancang.mutation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a command was asked for.
 *
 * @param modules the modules; empty for all
 * @param since the revision that changes are counted from; empty for everything
 * @param limit how long it may take
 * @param threads how many processes of tests run at a time
 * @param only a part of the names and files of faults that are wanted; empty for all
 * @param sql whether the faults are those generated from SQL
 * @param firstTestsOnly whether only the tests that are likeliest to notice run
 * @param isReportOnly whether the command ends well where the tests are too weak
 */
record Options(
        List<String> modules,
        Optional<String> since,
        Duration limit,
        int threads,
        String only,
        boolean sql,
        boolean firstTestsOnly,
        boolean isReportOnly) {

    Options {
        modules = List.copyOf(modules);
    }

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException where it has an option that there is not
     */
    static Options parse(List<String> arguments) {
        List<String> modules = new ArrayList<>();
        Options options = new Options(modules, Optional.empty(), Duration.ofMinutes(10), 2, "", false, false, false);
        for (int index = 0; index < arguments.size(); index++) {
            String argument = arguments.get(index);
            switch (argument) {
                case "--changed" -> options = options.withSince("HEAD");
                case "--sql" -> options = options.withSql();
                case "--first-tests" -> options = options.withFirstTestsOnly();
                case "--report-only" -> options = options.withReportOnly();
                case "--since" -> options = options.withSince(value(arguments, ++index));
                case "--minutes" ->
                    options = options.withLimit(Duration.ofMinutes(Long.parseLong(value(arguments, ++index))));
                case "--threads" -> options = options.withThreads(Integer.parseInt(value(arguments, ++index)));
                case "--only" -> options = options.withOnly(value(arguments, ++index));
                default -> {
                    if (argument.startsWith("-")) {
                        throw new IllegalArgumentException("there is no option " + argument + ". See ./lancang --help");
                    }
                    modules.add(argument);
                }
            }
        }
        return new Options(
                modules,
                options.since,
                options.limit,
                options.threads,
                options.only,
                options.sql,
                options.firstTestsOnly,
                options.isReportOnly);
    }

    boolean wants(String module) {
        return modules.isEmpty() || modules.contains(module);
    }

    private Options withSince(String revision) {
        return new Options(modules, Optional.of(revision), limit, threads, only, sql, firstTestsOnly, isReportOnly);
    }

    private Options withLimit(Duration time) {
        return new Options(modules, since, time, threads, only, sql, firstTestsOnly, isReportOnly);
    }

    private Options withThreads(int count) {
        return new Options(modules, since, limit, count, only, sql, firstTestsOnly, isReportOnly);
    }

    private Options withOnly(String part) {
        return new Options(modules, since, limit, threads, part, sql, firstTestsOnly, isReportOnly);
    }

    private Options withSql() {
        return new Options(modules, since, limit, threads, only, true, firstTestsOnly, isReportOnly);
    }

    private Options withFirstTestsOnly() {
        return new Options(modules, since, limit, threads, only, sql, true, isReportOnly);
    }

    private Options withReportOnly() {
        return new Options(modules, since, limit, threads, only, sql, firstTestsOnly, true);
    }

    private static String value(List<String> arguments, int index) {
        if (index >= arguments.size()) {
            throw new IllegalArgumentException(arguments.getLast() + " needs a value. See ./lancang --help");
        }
        return arguments.get(index);
    }
}
