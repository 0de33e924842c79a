package io.lancang.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Releases that are published while clients ask for what they change, through two gateways that each keep answers, or share what
 * they keep. What is asked for is the length of a road, which each release makes a kilometre longer.
 */
class KeptAnswersIT {
    private static final int CLIENTS_A_GATEWAY = 10;
    private static final int FIRST_LENGTH = 2001;
    private static final int LAST_LENGTH = 2003;
    private static final long A_SECOND = Duration.ofSeconds(1).toNanos();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern KILOMETRES = Pattern.compile("\"km\":(\\d+)");
    private static final String LENGTH = "{\"query\": \"{ corridor(id: \\\"kbe\\\") { lengthKm { km } } }\"}";

    @RegisterExtension
    static final RunningSet SET = RunningSet.changed();

    private final HttpClient http = HttpClient.newHttpClient();

    /** What a client was answered, and when it had asked. */
    private record Seen(long askedAt, int length) {}

    /** What was published, and when that was known. */
    private record Published(long knownAt, int length) {}

    /** Where a gateway is asked, and where it counts. */
    private record Asked(String url, String management) {
        static Asked of(FurtherGateway gateway) {
            return new Asked(gateway.url(), gateway.managementUrl());
        }
    }

    @Test
    void areTheOldOnesForNobodyASecondAfterAReleaseAndNeverAgainForWhoHasSeenIt() throws Exception {
        try (FurtherGateway second = FurtherGateway.start(SET, Map.of())) {
            publishWhileClientsAsk(List.of(
                    new Asked(SET.running().gatewayUrl(), SET.running().managementUrl("gateway")), Asked.of(second)));
        }
    }

    @Test
    @EnabledIf("hasSharedStore")
    void areTheOldOnesForNobodyWhereGatewaysShareThem() throws Exception {
        try (SharedStore store = SharedStore.start();
                FurtherGateway first = FurtherGateway.start(SET, store.settings());
                FurtherGateway second = FurtherGateway.start(SET, store.settings())) {
            publishWhileClientsAsk(List.of(Asked.of(first), Asked.of(second)));
        }
    }

    /** With the command of the guide. What is dropped is counted by {@code CacheOverHttpTest}. */
    @Test
    void areDroppedByTheCommandOfTheGuide(@TempDir Path folder) throws Exception {
        String guide = Files.readString(RunningSet.home().resolve("docs/caching.md"));
        Matcher command = Pattern.compile("(?m)^curl .*/cache/invalidate .*$").matcher(guide);
        assertTrue(command.find());
        String token = "a token of this test's";
        try (FurtherGateway gateway =
                FurtherGateway.start(SET, Map.of("LANCANG_GATEWAY_CACHE_INVALIDATION_TOKEN", token))) {
            String here = command.group()
                    .replace("localhost:9000", gateway.managementUrl().replaceAll("/$", ""));
            ShellCommand ran = ShellCommand.run(ShellCommand.failingWhereRefused(here), folder, Map.of("TOKEN", token));

            assertEquals(0, ran.status(), ran.complaint());
            assertEquals("{\"invalidated\":1}", ran.printed());
        }
    }

    /** Continuous integration has one. */
    static boolean hasSharedStore() {
        return SharedStore.isInstalled() || System.getenv("CI") != null;
    }

    private void publishWhileClientsAsk(List<Asked> gateways) throws Exception {
        Steward steward = new Steward(SET);
        AtomicBoolean isOver = new AtomicBoolean();
        List<Published> published = new ArrayList<>();
        List<List<Seen>> seen = new ArrayList<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Seen>>> asking = new ArrayList<>();
            for (Asked gateway : gateways) {
                for (int i = 0; i < CLIENTS_A_GATEWAY; i++) {
                    asking.add(clients.submit(client(gateway.url(), isOver)));
                }
            }
            gateways.forEach(gateway -> awaitAnswersAreKept(gateway.management()));
            for (int length = FIRST_LENGTH; length <= LAST_LENGTH; length++) {
                steward.load("corridor", "corridors", "kbe-%d.csv".formatted(length), road(length));
                Published release = new Published(System.nanoTime(), length);
                published.add(release);
                askOn(release.knownAt() + A_SECOND + A_SECOND / 2);
            }
            isOver.set(true);
            for (Future<List<Seen>> each : asking) {
                seen.add(each.get());
            }
        } finally {
            isOver.set(true);
            steward.withdrawAll();
        }

        for (List<Seen> ofClient : seen) {
            assertTrue(ofClient.size() > 20, "a client asked only " + ofClient.size() + " times");
            assertNeverLess(ofClient);
            published.forEach(release -> assertNoneOlder(release, ofClient));
            assertEquals(LAST_LENGTH, ofClient.getLast().length());
        }
    }

    private Callable<List<Seen>> client(String url, AtomicBoolean isOver) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(PATIENCE)
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(LENGTH))
                .build();
        return () -> {
            List<Seen> seen = new ArrayList<>();
            while (!isOver.get()) {
                long askedAt = System.nanoTime();
                String answer =
                        http.send(request, HttpResponse.BodyHandlers.ofString()).body();
                seen.add(new Seen(askedAt, lengthIn(answer)));
            }
            return seen;
        };
    }

    /** Read without JsonPath, which compiles a script for each answer: the clients would mostly wait for that. */
    private static int lengthIn(String answer) {
        Matcher length = KILOMETRES.matcher(answer);
        assertTrue(length.find(), answer);
        return Integer.parseInt(length.group(1));
    }

    /** Lets the clients ask until a moment, which is what the test is about. */
    private static void askOn(long until) {
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static void assertNeverLess(List<Seen> seen) {
        for (int i = 1; i < seen.size(); i++) {
            assertTrue(
                    seen.get(i).length() >= seen.get(i - 1).length(),
                    seen.get(i) + " was answered after " + seen.get(i - 1));
        }
    }

    private static void assertNoneOlder(Published release, List<Seen> seen) {
        for (Seen each : seen) {
            assertTrue(
                    each.askedAt() < release.knownAt() + A_SECOND || each.length() >= release.length(),
                    each + " was answered a second after " + release);
        }
    }

    /** A gateway keeps nothing until it hears of releases, which takes a moment after its start. */
    private static void awaitAnswersAreKept(String management) {
        GatewayMetric kept = new GatewayMetric("lancang_gateway_cache_parts_total", "result=\"hit\"");
        long limit = System.nanoTime() + PATIENCE.toNanos();
        while (kept.at(management) == 0) {
            assertTrue(System.nanoTime() < limit, "The gateway at " + management + " keeps no answers");
            askOn(System.nanoTime() + A_SECOND / 20);
        }
    }

    private static String road(int length) {
        return """
                corridor_id,name_en,name_zh,mode,countries_iso2,status,key_date,key_date_event,length_km,note,source
                kbe,Kunming-Bangkok road,昆曼公路,road,"CN,LA,TH",OPERATIONAL,,,%d,,S_W_BVR
                """.formatted(length);
    }
}
