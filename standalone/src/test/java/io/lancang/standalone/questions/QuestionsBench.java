package io.lancang.standalone.questions;

import io.lancang.standalone.AnonymousPlan;
import io.lancang.standalone.Folders;
import io.lancang.standalone.LancangSet;
import io.lancang.standalone.Options;
import io.lancang.standalone.Progress;
import io.lancang.standalone.siege.canary.Latencies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code ./lancang bench questions}, after the build: asks a set of its own, and prints the processor time that each question takes
 * of each process, and how many are answered a second.
 */
public final class QuestionsBench {
    /** Until then a third of the processor time is the compiler's. */
    private static final int WARM_UP_ROUNDS = 2;

    private QuestionsBench() {}

    /** What was measured of a question. */
    private record Figures(Latencies latencies, Map<String, Duration> used, Duration length) {
        double millisOf(String part) {
            return used.getOrDefault(part, Duration.ZERO).toNanos() / 1e6 / latencies.sorted().length;
        }

        double total() {
            return used.keySet().stream().mapToDouble(this::millisOf).sum();
        }

        double rate() {
            return latencies.sorted().length / (length.toNanos() / 1e9);
        }
    }

    public static void main(String[] arguments) throws Exception {
        BenchOptions options;
        try {
            options = BenchOptions.parse(List.of(arguments));
        } catch (IllegalArgumentException wrong) {
            System.out.println("lancang: " + wrong.getMessage());
            System.exit(2);
            return;
        }
        Path data = Files.createTempDirectory("lancang-questions");
        Path home = Path.of(System.getProperty("lancang.home", "")).toAbsolutePath();
        System.out.println("Starting a set of its own on loopback");
        Progress progress = new Progress(System.out, InstantSource.system());
        try (LancangSet set = LancangSet.start(new Options(0, data, Options.Start.KEEP), home, progress)) {
            AnonymousPlan.lift(set);
            measure(set, options);
        } finally {
            Folders.delete(data);
        }
    }

    private static void measure(LancangSet set, BenchOptions options) throws InterruptedException, IOException {
        Load load = new Load(options.connections(), options.length());
        Map<String, ProcessHandle> parts = new LinkedHashMap<>();
        List.of("gateway", "trade", "corridor").forEach(name -> parts.put(name, set.process(name)));
        parts.put("PostgreSQL", set.databaseProcess());
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            for (Question question : Question.ALL) {
                load.ask(throughGateway(set, question));
                if (!question.directly().isEmpty()) {
                    load.ask(directly(set, question));
                }
            }
        }
        System.out.printf(
                "%n| question | %s | all, ms | without a gateway, ms | answers/s | p50 / p99, ms |%n|---|%s---|---|---|---|%n",
                String.join(" | ", parts.keySet()), "---|".repeat(parts.size()));
        for (Question question : Question.ALL) {
            Figures figures = figures(load, throughGateway(set, question), parts);
            String direct = question.directly().isEmpty()
                    ? ""
                    : millis(figures(load, directly(set, question), parts).total());
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %.2f | %s | %.0f | %.1f / %.1f |%n",
                    question.name(),
                    parts.keySet().stream()
                            .map(part -> millis(figures.millisOf(part)))
                            .collect(Collectors.joining(" | ")),
                    figures.total(),
                    direct,
                    figures.rate(),
                    figures.latencies().quantile(0.5).toNanos() / 1e6,
                    figures.latencies().quantile(0.99).toNanos() / 1e6);
        }
    }

    private static Figures figures(Load load, List<Step> steps, Map<String, ProcessHandle> parts)
            throws InterruptedException, IOException {
        ProcessorTime before = ProcessorTime.of(parts);
        Latencies latencies = load.ask(steps);
        return new Figures(latencies, ProcessorTime.of(parts).since(before), load.length());
    }

    private static String millis(double time) {
        return String.format(Locale.ROOT, "%.2f", time);
    }

    private static List<Step> throughGateway(LancangSet set, Question question) {
        return List.of(Step.of(set.gatewayUrl(), question.document(), question.answer()));
    }

    private static List<Step> directly(LancangSet set, Question question) {
        return question.directly().stream()
                .map(asked -> Step.of(set.serviceUrl(asked.service()), asked.document(), asked.answer()))
                .toList();
    }
}
