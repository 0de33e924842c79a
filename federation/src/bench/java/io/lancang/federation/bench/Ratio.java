package io.lancang.federation.bench;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;

/**
 * Two benchmarks of which one is the yardstick of the other. A score by itself tells of the machine; how many times the yardstick
 * takes it tells of the engine.
 *
 * @param says in a few words what is compared
 * @param measured class and method of what is measured
 * @param yardstick class and method of what it is measured by
 */
record Ratio(String says, String measured, String yardstick) {
    private static final List<Ratio> ALL = List.of(
            new Ratio(
                    "prepare an operation / graphql-java parses and validates it",
                    "PreparationBenchmark.prepare",
                    "PreparationBenchmark.parseAndValidate"),
            new Ratio(
                    "prepare an operation / find it by a text just decoded",
                    "PreparationBenchmark.prepare",
                    "PlanCacheBenchmark.findByDecodedText"),
            new Ratio(
                    "execute / Jackson reads the tokens of the same answers",
                    "ExecutionBenchmark.execute",
                    "ExecutionBenchmark.readTokens"),
            new Ratio(
                    "execute / graphql-java executes it in one piece",
                    "ExecutionBenchmark.execute",
                    "ExecutionBenchmark.executeInOnePiece"));

    /** Prints the ratios of which both sides were run. All scores have the same unit, time for one operation. */
    static void print(Collection<RunResult> results) {
        Map<String, RunResult> byName = results.stream()
                .collect(Collectors.toMap(
                        result -> name(result.getParams()), result -> result, (first, other) -> first));
        System.out.println();
        for (Ratio ratio : ALL) {
            RunResult measured = byName.get(ratio.measured());
            RunResult yardstick = byName.get(ratio.yardstick());
            if (measured != null && yardstick != null) {
                System.out.printf(
                        Locale.ROOT, "%-62s %10.2f times%n", ratio.says(), score(measured) / score(yardstick));
            }
        }
    }

    private static String name(BenchmarkParams params) {
        String benchmark = params.getBenchmark();
        return benchmark.substring(benchmark.lastIndexOf('.', benchmark.lastIndexOf('.') - 1) + 1);
    }

    private static double score(RunResult result) {
        return result.getPrimaryResult().getScore();
    }
}
