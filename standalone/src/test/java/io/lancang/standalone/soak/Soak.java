package io.lancang.standalone.soak;

import io.lancang.standalone.ReplicatedSet;
import io.lancang.standalone.siege.report.ProcessMemory;
import io.lancang.standalone.soak.Stewardship.Service;
import jakarta.json.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One soak of a set: clients, subscribers and stewards, what happens meanwhile, and what came of it. */
final class Soak {
    private static final String RELEASES =
            "subscription($after: ID) { releasePublished(dataset: \"soak\", after: $after) { cursor } }";
    private static final String CHANGES =
            "subscription($after: ID) { corridorChanged(id: \"kbe\", after: $after) { cursor corridor { name } } }";
    private static final String FIGURES = """
            period,partner,flow,classification,product,currency,amount
            2023-01,LAO,EXPORT,HS2022,0901,USD,%d
            """;
    private static final String ROAD = """
            segment_id,corridor_id,seq,from_node,to_node,mode,name,length_km,spec,capacity,status,opened,cost,note,great_circle_km,source
            soak-road,kbe,90,mohan,boten,ROAD,Mohan-Boten road,%d,,,OPERATIONAL,2008,,,2.9,S_W_KBE
            """;
    private static final int STREAMS_OF_EACH = 6;
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration LAST_EVENTS = Duration.ofSeconds(60);
    private static final Pattern SECRET = Pattern.compile("\"secret\"\\s*:\\s*\"(lck_[^\"]+)\"");

    private final ReplicatedSet set;
    private final SoakOptions options;
    private final PrintStream out;
    private final Http http = new Http();
    private final Tally tally = new Tally();
    private final Phases phases = new Phases();
    private final Published trade = new Published();
    private final Published corridor = new Published();
    private final Memory memory = new Memory();
    private final Unrest unrest;

    Soak(ReplicatedSet set, SoakOptions options, PrintStream out) {
        this.set = set;
        this.options = options;
        this.out = out;
        this.unrest = new Unrest(set, phases, out);
    }

    /** Runs it; whether it held. */
    boolean run() throws Exception {
        String gateway = set.root("gateway");
        String key = register(gateway);
        List<Stewardship> stewards = stewards();
        for (Stewardship each : stewards) {
            each.load();
        }
        // What these have published is seen by all before the first question.
        LockSupport.parkNanos(Published.TOLERANCE.toNanos());
        EventsSeen delivered = new EventsSeen("webhook of kbe");
        try (Receiver receiver = Receiver.start(delivered)) {
            registerWebhook(gateway, key, receiver.url());
            List<Subscriber> subscribers = subscribers(gateway);
            List<Thread> threads = new ArrayList<>();
            subscribers.forEach(each -> threads.add(Thread.ofVirtual().start(each)));
            Timetable timetable = Timetable.of(options.length(), options.upheavals());
            Map<String, String> held;
            Load load = new Load(new Client(http, gateway, key, trade, corridor, tally, phases), 1);
            try {
                held = loaded(load, stewards, timetable);
            } finally {
                load.end();
            }
            long leftOut = load.leftOut();
            Map<String, List<Long>> expected = expected(subscribers, delivered);
            awaitEvents(subscribers, delivered, expected);
            subscribers.forEach(Subscriber::close);
            threads.forEach(Thread::interrupt);
            return report(subscribers, delivered, expected, timetable, held, leftOut);
        } finally {
            http.close();
        }
    }

    /** The time of the load, from its begin to its end. */
    private Map<String, String> loaded(Load load, List<Stewardship> stewards, Timetable timetable) throws Exception {
        List<Thread> loads = new ArrayList<>();
        long begin = System.nanoTime();
        try (ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor()) {
            ScheduledFuture<?> _ = looks.scheduleAtFixedRate(
                    () -> memory.look(set.handles(), Duration.ofNanos(System.nanoTime() - begin)),
                    0,
                    LOOK.toMillis(),
                    TimeUnit.MILLISECONDS);
            load.begin(options.rate(), timetable.rise());
            stewards.forEach(each -> loads.add(Thread.ofVirtual().start(each)));
            unrest.follow(timetable, begin);
            sleepUntil(begin, timetable.calm());
            Map<String, Long> first = liveHeaps();
            sleepUntil(begin, options.length());
            loads.forEach(Thread::interrupt);
            for (Thread each : loads) {
                each.join();
            }
            Map<String, Long> last = liveHeaps();
            looks.shutdownNow();
            Map<String, String> held = new TreeMap<>();
            last.forEach((name, bytes) ->
                    held.put(name, first.getOrDefault(name, 0L) / 1_000_000 + " " + bytes / 1_000_000));
            return held;
        }
    }

    private static void sleepUntil(long begin, Duration until) throws InterruptedException {
        Duration wait = until.minusNanos(System.nanoTime() - begin);
        if (wait.isPositive()) {
            Thread.sleep(wait);
        }
    }

    private Map<String, Long> liveHeaps() throws InterruptedException {
        Map<String, Long> heaps = new HashMap<>();
        for (Map.Entry<String, ProcessHandle> each : set.handles().entrySet()) {
            ProcessMemory live = ProcessMemory.of(each.getValue());
            if (live != null) {
                heaps.put(each.getKey(), live.held());
            }
        }
        return heaps;
    }

    /** A client with a plan that limits nothing; its key. */
    private String register(String gateway) throws IOException, InterruptedException {
        asAdmin(gateway, "createPlan(name: \"soak\", limits: {}) { name }");
        asAdmin(
                gateway,
                "createClient(client: {id: \"soak\", name: \"Soak\", contact: \"desk@soak.example\", plan: \"soak\", scopes: []}) { id }");
        Matcher secret =
                SECRET.matcher(asAdmin(gateway, "issueKey(client: \"soak\", key: {label: \"soak\"}) { secret }"));
        if (!secret.find()) {
            throw new IOException("no key was issued");
        }
        return secret.group(1);
    }

    private String asAdmin(String gateway, String mutation) throws IOException, InterruptedException {
        return http.must(Http.graphql(gateway, "mutation { " + mutation + " }").header("x-api-key", set.adminKey()));
    }

    private void registerWebhook(String gateway, String key, String url) throws IOException, InterruptedException {
        String variables = Json.createObjectBuilder()
                .add("after", Long.toString(corridor.releases().getLast()))
                .build()
                .toString();
        http.must(Http.graphql(
                        gateway,
                        "mutation { registerWebhook(webhook: {url: %s, document: %s, variables: %s}) { webhook { id } } }"
                                .formatted(quoted(url), quoted(CHANGES), quoted(variables)))
                .header("x-api-key", key));
    }

    private static String quoted(String text) {
        return Json.createValue(text).toString();
    }

    private List<Stewardship> stewards() throws IOException, InterruptedException {
        http.must(Http.to(set.root("trade") + "/datasets/soak")
                .header("authorization", "Bearer " + set.stewardToken())
                .header("content-type", "application/json")
                .PUT(BodyPublishers.ofString("""
                        {"title": "Soak", "definition": "Made for a soak.", "source": {"id": "SOAK", "title": "Soak"}}""")));
        return List.of(
                steward(new Service(set.root("trade"), "soak", FIGURES), Duration.ofSeconds(7), trade),
                steward(new Service(set.root("corridor"), "segments", ROAD), Duration.ofSeconds(13), corridor));
    }

    private Stewardship steward(Service service, Duration every, Published published) {
        return new Stewardship(http, service, set.stewardToken(), every, published, tally, phases);
    }

    private List<Subscriber> subscribers(String gateway) {
        List<Subscriber> subscribers = new ArrayList<>();
        for (int number = 1; number <= STREAMS_OF_EACH; number++) {
            subscribers.add(subscriber(gateway, RELEASES, trade, "trade " + number));
            subscribers.add(subscriber(gateway, CHANGES, corridor, "corridor " + number));
        }
        return subscribers;
    }

    private Subscriber subscriber(String gateway, String document, Published published, String name) {
        return new Subscriber(
                http, gateway, document, Long.toString(published.releases().getLast()), new EventsSeen(name));
    }

    /** What was published before anybody subscribed is heard of by nobody. */
    private Map<String, List<Long>> expected(List<Subscriber> subscribers, EventsSeen delivered) {
        Map<String, List<Long>> expected = new HashMap<>();
        for (Subscriber each : subscribers) {
            String name = each.seen().name();
            expected.put(name, heard(name.startsWith("trade") ? trade : corridor));
        }
        expected.put(delivered.name(), heard(corridor));
        return expected;
    }

    private static List<Long> heard(Published published) {
        List<Long> releases = published.releases();
        return releases.subList(1, releases.size());
    }

    private static void awaitEvents(
            List<Subscriber> subscribers, EventsSeen delivered, Map<String, List<Long>> expected) {
        long deadline = System.nanoTime() + LAST_EVENTS.toNanos();
        while (System.nanoTime() < deadline && !haveAll(subscribers, delivered, expected)) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private static boolean haveAll(
            List<Subscriber> subscribers, EventsSeen delivered, Map<String, List<Long>> expected) {
        return seen(subscribers, delivered).stream()
                .allMatch(each -> each.comparedWith(expected.getOrDefault(each.name(), List.of()))
                        .lost()
                        .isEmpty());
    }

    private static List<EventsSeen> seen(List<Subscriber> subscribers, EventsSeen delivered) {
        List<EventsSeen> all = new ArrayList<>();
        subscribers.forEach(each -> all.add(each.seen()));
        all.add(delivered);
        return all;
    }

    private boolean report(
            List<Subscriber> subscribers,
            EventsSeen delivered,
            Map<String, List<Long>> expected,
            Timetable timetable,
            Map<String, String> liveHeaps,
            long leftOut) {
        Report report = new Report(out);
        report.requests(tally, leftOut);
        report.failures(tally);
        report.events(seen(subscribers, delivered), expected);
        report.memory(memory.since(timetable.calm()), liveHeaps);
        boolean held = report.held() && !unrest.isLost();
        report.line("%n%s", held ? "The set held." : "The set did not hold.");
        return held;
    }
}
