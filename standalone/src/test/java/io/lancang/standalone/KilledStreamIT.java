package io.lancang.standalone;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.standalone.siege.report.ProcessMemory;
import io.restassured.path.json.JsonPath;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A partner's system hears by webhook of a stream of releases, while each part on the way there is ended as {@code kill -9} does it: the
 * gateway, the subgraph, and the service that delivers. Releases are published as an instance of the subgraph does it that is not killed: by
 * their rows, a batch as soon as most of the one before is delivered, so that some events are in each part whenever one is killed.
 */
class KilledStreamIT {
    /** More of them: -Dlancang.webhook.events=10000. */
    private static final int EVENTS = Integer.getInteger("lancang.webhook.events", 400);

    private static final int BATCHES = 40;
    private static final int BATCH = EVENTS / BATCHES;
    /** Starting again, ten times more than that on a busy machine, and the lease of a webhook, which lasts for fifteen seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(180 + EVENTS / 10);

    private static final Duration LOOK = Duration.ofMillis(50);
    private static final String REGISTER =
            "mutation($webhook: NewWebhookInput!) { registerWebhook(webhook: $webhook) { webhook { id } } }";
    private static final String RELEASES =
            "subscription($after: ID) { releasePublished(after: $after) { cursor release dataset { id title } } }";
    private static final String PUBLISH = "insert into release (dataset, file_name, sha256, row_count)"
            + " select 'trade_annual', 'stream.csv', md5(number::text), number from generate_series(?, ?) as number";

    @RegisterExtension
    static final RunningSet SET = RunningSet.broken();

    /** The next class finds what every set has. */
    @AfterAll
    static void forgetReleases() throws StandaloneException, InterruptedException {
        SET.running().close();
        PreparedData.anewInto(RunningSet.changedData());
    }

    @Test
    void losesNoEventAndDoublesNoneWhicheverPartIsKilled() throws Exception {
        String key = Partners.register(SET, "killed-stream");
        long before = lastRelease();
        try (DeliveredEvents receiver = new DeliveredEvents();
                RevivedParts parts = new RevivedParts(SET)) {
            register(key, receiver, before);
            long atRest = resident(parts);
            long begin = System.nanoTime();
            for (int batch = 0; batch < BATCHES; batch++) {
                int most = batch * BATCH;
                await().pollInterval(LOOK).atMost(PATIENCE).until(() -> receiver.count() > most - BATCH);
                publish(most + 1, most + BATCH);
                switch (batch) {
                    case BATCHES / 4 -> parts.kill("gateway");
                    case BATCHES / 2 -> parts.kill("trade");
                    case BATCHES * 3 / 4 -> parts.kill("integration");
                    default -> {}
                }
            }
            isWholeAt(receiver, before, "while they were published");
            tell("with three kills", begin, atRest, resident(parts));

            // Who comes later, from the same place on, is told the same, as fast as it goes.
            parts.await("gateway");
            try (DeliveredEvents later = new DeliveredEvents()) {
                long beginOfLater = System.nanoTime();
                register(key, later, before);
                isWholeAt(later, before, "from the beginning");
                tell("from a backlog", beginOfLater, atRest, resident(parts));
            }
        }
    }

    private static void isWholeAt(DeliveredEvents receiver, long before, String when) throws SQLException {
        await().pollInterval(LOOK).atMost(PATIENCE).until(() -> receiver.count() >= EVENTS);
        List<Long> expected = releasesAfter(before);
        assertEquals(EVENTS, expected.size(), "each row is a release");
        assertEquals(expected, receiver.releases(), when);
        assertTrue(receiver.areDoublesAlike(), "the same id has the same body");
        assertFalse(
                receiver.all().stream().anyMatch(each -> each.body().contains("\"errors\"")), "each event is whole");
    }

    private static void register(String key, DeliveredEvents receiver, long after) {
        JsonPath registered = Partners.ask(
                SET.running().gatewayUrl(),
                key,
                REGISTER,
                Map.of(
                        "webhook",
                        Map.of(
                                "url",
                                receiver.url(),
                                "document",
                                RELEASES,
                                "variables",
                                "{\"after\": \"" + after + "\"}")));
        assertTrue(registered.getString("data.registerWebhook.webhook.id").startsWith("wh_"));
    }

    private static long lastRelease() throws SQLException {
        return Long.parseLong(ServiceTables.of(SET.running(), "trade").ask("select max(id) from release"));
    }

    private static List<Long> releasesAfter(long before) throws SQLException {
        String numbers = ServiceTables.of(SET.running(), "trade")
                .ask("select string_agg(id::text, ',' order by id) from release where id > " + before);
        return Stream.of(numbers.split(",")).map(Long::valueOf).toList();
    }

    private static void publish(int first, int last) throws SQLException {
        try (Connection connection = ServiceTables.of(SET.running(), "trade").connect();
                PreparedStatement statement = connection.prepareStatement(PUBLISH)) {
            statement.setInt(1, first);
            statement.setInt(2, last);
            assertEquals(last - first + 1, statement.executeUpdate());
        }
    }

    private static long resident(RevivedParts parts) throws InterruptedException {
        return Objects.requireNonNull(ProcessMemory.of(parts.process("integration")))
                .resident();
    }

    private static void tell(String how, long begin, long atRest, long after) {
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                "%d deliveries of one webhook %s in %.1f s: %.0f a second; integration-service %d MB at rest, %d MB afterwards; load average %.1f%n",
                EVENTS,
                how,
                seconds,
                EVENTS / seconds,
                atRest >> 20,
                after >> 20,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
