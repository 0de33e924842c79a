package io.lancang.federation.bench;

import java.io.IOException;
import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks of this package, quickly unless JMH's options say otherwise, and prints scores and ratios. */
public final class EngineBench {
    private static final int FORKS = 1;
    private static final int WARM_UP_ITERATIONS = 3;
    private static final int MEASURED_ITERATIONS = 5;
    private static final TimeValue ITERATION = TimeValue.seconds(1);

    private EngineBench() {}

    /**
     * Runs everything.
     *
     * @param arguments as JMH takes them; {@code -h} lists them, {@code -l} the benchmarks
     */
    public static void main(String[] arguments) throws RunnerException, IOException {
        CommandLineOptions given;
        try {
            given = new CommandLineOptions(arguments);
        } catch (CommandLineOptionException unknown) {
            System.err.println("lancang: bench engine hands its options to JMH, which refuses them: "
                    + unknown.getMessage() + ". See ./lancang bench engine -h");
            System.exit(2);
            return;
        }
        if (given.shouldHelp()) {
            given.showHelp();
            return;
        }
        Runner runner = new Runner(withDefaults(given).build());
        if (given.shouldList()) {
            runner.list();
            return;
        }
        Collection<RunResult> results = runner.run();
        Ratio.print(results);
    }

    private static ChainedOptionsBuilder withDefaults(CommandLineOptions given) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .parent(given)
                .shouldFailOnError(true)
                .forks(given.getForkCount().orElse(FORKS))
                .warmupIterations(given.getWarmupIterations().orElse(WARM_UP_ITERATIONS))
                .warmupTime(given.getWarmupTime().orElse(ITERATION))
                .measurementIterations(given.getMeasurementIterations().orElse(MEASURED_ITERATIONS))
                .measurementTime(given.getMeasurementTime().orElse(ITERATION));
        return given.getIncludes().isEmpty() ? options.include(EngineBench.class.getPackageName()) : options;
    }
}
