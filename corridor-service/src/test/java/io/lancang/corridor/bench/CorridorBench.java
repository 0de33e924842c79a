package io.lancang.corridor.bench;

import io.lancang.corridor.changes.release.CorridorReleases;
import io.lancang.corridor.ground.search.RankingComparison;
import io.lancang.kit.dataset.Replacement;
import io.lancang.kit.fixture.ServiceDatabase;
import io.lancang.kit.fixture.ServiceProcess;
import io.lancang.kit.fixture.Steward;
import io.lancang.kit.load.LoadRequest;
import io.lancang.kit.load.LoadResult;
import io.lancang.kit.load.ReleaseLoader;
import io.lancang.kit.startup.PackagedReleases.Packaged;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Loads a generated network as releases, then asks the service, which has the heap that it ships with, for routes, for what is
 * nearest, for connectivity and for doubts, and sends it the segments anew over HTTP; at a tenth of the size first, so that growth
 * shows.
 */
public final class CorridorBench {
    private static final int FULL = 100_000;
    private static final int TENTH = 10;
    private static final int WARM_UP = 60;
    private static final int ASKED = 200;
    private static final long COMPARED_NANOS = 40_000_000_000L;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double BYTES_PER_MEGABYTE = 1e6;

    private CorridorBench() {}

    /** Makes the {@code number}-th question of a kind. */
    private interface Questions {
        String next(Random random);
    }

    /** Milliseconds. */
    private record Figures(double median, double p95) {}

    /**
     * Runs everything.
     *
     * @param arguments the jar of the built service; the number of locations, if not 100,000
     */
    public static void main(String[] arguments) throws Exception {
        Path jar = Path.of(arguments[0]);
        int full = arguments.length > 1 ? Integer.parseInt(arguments[1]) : FULL;
        Map<String, Figures> small = measure(jar, full / TENTH);
        Map<String, Figures> large = measure(jar, full);
        print("\nAt ten times the size, 95th percentile:");
        small.forEach((name, figures) -> {
            Figures then = large.getOrDefault(name, figures);
            print("  %-22s %6.1f times".formatted(name, then.p95() / figures.p95()));
        });
    }

    private static Map<String, Figures> measure(Path jar, int locations) throws Exception {
        GeneratedNetwork network = new GeneratedNetwork(locations);
        Map<String, String> trust = new Steward().start();
        print("\n%,d locations, %,d segments".formatted(network.locations(), network.segments()));
        try (ServiceDatabase database = ServiceDatabase.start();
                ServiceProcess service = ServiceProcess.start(jar, database, Steward.environment(trust))) {
            memory(service, "with the files that ship");
            load(database, network);
            once(service, "first route", "{ routes(from: 'g0', to: 'g1') { complete } }");
            memory(service, "with the network");
            once(service, "first by transfers", "{ routes(from: 'g0', to: 'g1', optimise: TRANSFERS) { complete } }");
            memory(service, "with its tracks");
            once(service, "from end to end", farApart(network));
            once(service, "doubts", "{ networkFindings(kinds: [CORRIDOR_IN_PIECES]) { subject } }");
            compare(network);
            Map<String, Figures> figures = new LinkedHashMap<>();
            questions(network).forEach((name, questions) -> figures.put(name, measure(service, name, questions)));
            SegmentsUpload upload = new SegmentsUpload(service, Steward.token("steward", trust));
            upload.send("check of a file", network.segmentRows(), true);
            upload.send("load of a file", network.segmentRows(), false);
            once(service, "first route after it", "{ routes(from: 'g0', to: 'g1') { complete } }");
            memory(service, "at the end");
            return figures;
        }
    }

    private static void once(ServiceProcess service, String name, String question) throws IOException {
        long start = System.nanoTime();
        service.ask(question);
        print("  %-22s %8.1f ms".formatted(name, (System.nanoTime() - start) / NANOS_PER_MILLI));
    }

    private static void memory(ServiceProcess service, String when) throws IOException {
        print("  %-26s %4.0f MB live, %4.0f MB resident"
                .formatted(
                        when, service.liveBytes() / BYTES_PER_MEGABYTE, service.residentBytes() / BYTES_PER_MEGABYTE));
    }

    /** Between the corners that are farthest from each other, three ways with all fields of each step. */
    private static String farApart(GeneratedNetwork network) {
        int first = 0;
        int last = 0;
        for (int place = 1; place < network.locations(); place++) {
            first = network.latitude(place) + network.longitude(place)
                            < network.latitude(first) + network.longitude(first)
                    ? place
                    : first;
            last = network.latitude(place) + network.longitude(place) > network.latitude(last) + network.longitude(last)
                    ? place
                    : last;
        }
        return "{ routes(from: '" + GeneratedNetwork.id(first) + "', to: '" + GeneratedNetwork.id(last)
                + "', alternatives: 3) { complete routes { knownLengthKm legs { from { id } segment { id mode } } } } }";
    }

    /** Compares the search in this process, without HTTP and database, so that only the searches differ. */
    private static void compare(GeneratedNetwork network) {
        RankingComparison.Figures figures = new RankingComparison(
                        network.locations(), network.ends(), network.lengths())
                .ask(ASKED, COMPARED_NANOS);
        print("  %-22s p50 %7.1f ms   p95 %7.1f ms   (%d questions, search alone)"
                .formatted("three ways", figures.ourMedian(), figures.ourP95(), figures.questions()));
        print("  %-22s p50 %7.1f ms   p95 %7.1f ms   %.0f times"
                .formatted(
                        "three ways, JGraphT",
                        figures.theirMedian(),
                        figures.theirP95(),
                        figures.theirMedian() / figures.ourMedian()));
    }

    private static void load(ServiceDatabase database, GeneratedNetwork network) throws SQLException, IOException {
        ReleaseLoader loader = new ReleaseLoader(database.dataSource());
        for (Packaged packaged : new CorridorReleases().inOrder()) {
            String rows = switch (packaged.dataset().id()) {
                case "locations" -> network.locationRows();
                case "corridors" -> network.corridorRows();
                case "segments" -> network.segmentRows();
                default -> "";
            };
            // The first file of a dataset, whose columns generated rows have; nothing that was added since is left out.
            if (!rows.isEmpty() && packaged.replacement() == Replacement.DATASET) {
                LoadRequest request = LoadRequest.packaged(
                        packaged.dataset(), GeneratedFile.behind(packaged.file(), rows), Replacement.SLICES);
                long start = System.nanoTime();
                long loaded = loader.load(request) instanceof LoadResult.Loaded result ? result.added() : 0;
                double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
                long lines = rows.lines().count();
                print("  load %-17s %8.1f s   %,.0f lines/s, %,d rows added"
                        .formatted(packaged.dataset().id(), seconds, lines / seconds, loaded));
            }
        }
    }

    private static String routes(GeneratedNetwork network, Random random, String further) {
        return "{ routes(from: '" + place(network, random) + "', to: '" + place(network, random) + "', " + further
                + ") { routes { knownLengthKm crossings { to { id } } } } }";
    }

    private static Map<String, Questions> questions(GeneratedNetwork network) {
        Map<String, Questions> questions = new LinkedHashMap<>();
        for (String optimise : new String[] {"LENGTH", "TRANSFERS", "BORDER_CROSSINGS", "TIME"}) {
            String name = "routes " + optimise.toLowerCase(Locale.ROOT);
            questions.put(name, random -> routes(network, random, "optimise: " + optimise));
            questions.put(name + ", ranked", random -> routes(network, random, "maxOverlap: 1, optimise: " + optimise));
        }
        questions.put(
                "reach in 24 hours",
                random -> "{ reach(from: '" + place(network, random) + "', withinHours: 24) { totalCount } }");
        questions.put("nearest", random -> {
            int near = random.nextInt(network.locations());
            return String.format(
                    Locale.ROOT,
                    "{ locations(near: {latitude: %.4f, longitude: %.4f}, first: 10) { edges { distanceKm node { id } } } }",
                    network.latitude(near),
                    network.longitude(near));
        });
        questions.put("within 100 km", random -> {
            int near = random.nextInt(network.locations());
            return String.format(
                    Locale.ROOT,
                    "{ locations(near: {latitude: %.4f, longitude: %.4f, radiusKm: 100}, first: 10) { totalCount } }",
                    network.latitude(near),
                    network.longitude(near));
        });
        questions.put(
                "text in names",
                random -> "{ locations(filter: {text: '" + random.nextInt(network.locations())
                        + "'}, first: 10) { totalCount nodes { id } } }");
        questions.put("connectivity", random -> {
            String[] codes = {"PNG", "SLB", "FJI", "NCL"};
            return "{ _entities(representations: [{__typename: 'Partner', code: '"
                    + codes[random.nextInt(codes.length)]
                    + "'}]) { ... on Partner { connectivity { corridors { count } inside { km } acrossBorder { km }"
                    + " resilience(from: 'AUS') { connected segments { id } } } } } }";
        });
        return questions;
    }

    private static String place(GeneratedNetwork network, Random random) {
        return GeneratedNetwork.id(random.nextInt(network.locations()));
    }

    private static Figures measure(ServiceProcess service, String name, Questions questions) {
        Random random = new Random(1);
        double[] millis = new double[ASKED];
        try {
            for (int turn = -WARM_UP; turn < ASKED; turn++) {
                String question = questions.next(random);
                long start = System.nanoTime();
                service.ask(question);
                if (turn >= 0) {
                    millis[turn] = (System.nanoTime() - start) / NANOS_PER_MILLI;
                }
            }
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
        Arrays.sort(millis);
        Figures figures = new Figures(millis[ASKED / 2], millis[ASKED * 95 / 100]);
        print("  %-22s p50 %7.1f ms   p95 %7.1f ms".formatted(name, figures.median(), figures.p95()));
        return figures;
    }

    private static void print(String line) {
        System.out.println(line);
    }
}
