package io.lancang.trade.bench;

import io.lancang.kit.fixture.ServiceDatabase;
import io.lancang.kit.fixture.ServiceProcess;
import io.lancang.kit.fixture.Steward;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Loads a generated dataset over HTTP and asks questions, at a tenth of the size first, so that growth shows.
 */
public final class TradeBench {
    private static final long FULL = 20_000_000;
    private static final int TENTH = 10;
    private static final int WARM_UP = 40;
    private static final int ASKED = 100;
    private static final int FEWEST = 3;
    private static final Duration WARM_UP_PATIENCE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double BYTES_PER_MEGABYTE = 1e6;
    private static final String DATASET = "generated";
    /** The first has no partition yet, the second has one with few figures, the others have as many as any month. */
    private static final List<String> MONTHS_OF_ONE_ROW = List.of("2025-01", "2025-02", "2024-05", "2024-06");

    private static final String LOADS_ONLY = "--loads-only";

    private TradeBench() {}

    /** Milliseconds. */
    private record Figures(double median, double p95) {}

    /**
     * Runs everything.
     *
     * @param arguments the jar of the built service; {@code --rows N} for another size than 20,000,000; {@code --loads-only}
     *     to ask nothing, and to load this size alone
     */
    public static void main(String[] arguments) throws Exception {
        Path jar = Path.of(arguments[0]);
        List<String> options = new ArrayList<>(List.of(arguments).subList(1, arguments.length));
        boolean asks = !options.remove(LOADS_ONLY);
        long full = rows(options);
        if (!asks) {
            measure(jar, full, List.of());
            return;
        }
        Map<Questions.Question, Figures> small = measure(jar, full / TENTH, Questions.about(DATASET));
        Map<Questions.Question, Figures> large = measure(jar, full, Questions.about(DATASET));
        print("\nAt ten times the size, median:");
        small.forEach((question, figures) -> {
            Figures then = large.getOrDefault(question, figures);
            print("  %-36s %-9s %8.1f ms %8.1f ms %6.2f times"
                    .formatted(
                            question.name(),
                            question.origin(),
                            figures.median(),
                            then.median(),
                            then.median() / figures.median()));
        });
    }

    private static long rows(List<String> options) {
        if (options.isEmpty()) {
            return FULL;
        }
        if (options.size() == 2 && "--rows".equals(options.getFirst())) {
            return Long.parseLong(options.getLast());
        }
        throw new IllegalArgumentException("bench trade takes --rows N, " + LOADS_ONLY + " and nothing else");
    }

    private static Map<Questions.Question, Figures> measure(Path jar, long wanted, List<Questions.Question> questions)
            throws Exception {
        Path file = Files.createTempFile("generated", ".csv.gz");
        Path oneRow = Files.createTempFile("one-row", ".csv");
        Steward steward = new Steward();
        Map<String, String> settings = steward.start();
        try (ServiceDatabase database = ServiceDatabase.start();
                ServiceProcess service = ServiceProcess.start(jar, database, Steward.environment(settings))) {
            long rows = new GeneratedTrade(wanted).write(file);
            print("\n%,d rows, %,.0f MB packed".formatted(rows, Files.size(file) / BYTES_PER_MEGABYTE));
            Upload upload = new Upload(service, Steward.token("steward", settings));
            upload.addDataset(DATASET);
            ProcessorTime processor = new ProcessorTime(database, service.pid());
            double ofServer = processor.ofServer();
            double ofService = processor.ofService();
            Upload.Taken taken = upload.load(DATASET, file);
            print("  load %,.1f s, %,.0f rows/s; the service took up to %,.0f MB"
                    .formatted(taken.seconds(), rows / taken.seconds(), taken.mostBytes() / BYTES_PER_MEGABYTE));
            print("  of that, seconds: " + taken.phases());
            print("  processor of the database %,.1f s, of the service %,.1f s"
                    .formatted(processor.ofServer() - ofServer, processor.ofService() - ofService));
            Sizes.of(database, rows).forEach(TradeBench::print);
            long revised = new GeneratedTrade(wanted).writeRevision(file);
            ofServer = processor.ofServer();
            taken = upload.load(DATASET + "&confirm=true", file);
            print("  revision of two months, %,d rows, %,.1f s, processor of the database %,.1f s"
                    .formatted(revised, taken.seconds(), processor.ofServer() - ofServer));
            for (String month : MONTHS_OF_ONE_ROW) {
                Files.writeString(oneRow, """
                        period,partner,flow,classification,product,currency,amount
                        %s,LAO,EXPORT,HS2022,854231,USD,7
                        """.formatted(month));
                ofServer = processor.ofServer();
                // It takes away what the dataset had of the partner in that month, which has to be meant.
                double seconds = upload.load(DATASET + "&confirm=true", oneRow).seconds();
                print("  one row of %s %,.2f s, processor of the database %,.2f s"
                        .formatted(month, seconds, processor.ofServer() - ofServer));
            }
            Map<Questions.Question, Figures> figures = new LinkedHashMap<>();
            for (Questions.Question question : questions) {
                figures.put(question, measure(service, question));
            }
            return figures;
        } finally {
            Files.delete(file);
            Files.delete(oneRow);
        }
    }

    /** Quick questions are asked often, and one that takes seconds a few times. */
    private static Figures measure(ServiceProcess service, Questions.Question question) throws IOException {
        Asking asking = new Asking(service, question);
        try {
            asking.prepare();
            long deadline = System.nanoTime() + WARM_UP_PATIENCE.toNanos();
            for (int turn = 0; turn < WARM_UP && System.nanoTime() < deadline; turn++) {
                asking.once();
            }
            double[] millis = new double[ASKED];
            int asked = 0;
            deadline = System.nanoTime() + PATIENCE.toNanos();
            while (asked < ASKED && (asked < FEWEST || System.nanoTime() < deadline)) {
                millis[asked++] = asking.once() / NANOS_PER_MILLI;
            }
            return figures(question, Arrays.copyOf(millis, asked));
        } catch (IOException failure) {
            print("  %-36s %-9s %s".formatted(question.name(), question.origin(), failure.getMessage()));
            return new Figures(Double.NaN, Double.NaN);
        }
    }

    private static Figures figures(Questions.Question question, double... millis) {
        Arrays.sort(millis);
        Figures figures = new Figures(millis[millis.length / 2], millis[millis.length * 95 / 100]);
        print("  %-36s %-9s p50 %7.1f ms   p95 %7.1f ms   of %d"
                .formatted(question.name(), question.origin(), figures.median(), figures.p95(), millis.length));
        return figures;
    }

    private static void print(String line) {
        System.out.println(line);
    }
}
