package io.lancang.standalone;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.standalone.siege.report.ProcessMemory;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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
 * gateway, the subgraph, and the service that delivers.
 */
class KilledStreamIT {
    /** More of them: -Dlancang.webhook.events=10000, which takes half an hour on two processors. */
    private static final int EVENTS = Integer.getInteger("lancang.webhook.events", 40);
    /** Starting again, ten times more than that on a busy machine, and the lease of a webhook, which lasts for fifteen seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(180 + EVENTS / 10);

    private static final Duration LOOK = Duration.ofMillis(100);
    private static final String REGISTER =
            "mutation($webhook: NewWebhookInput!) { registerWebhook(webhook: $webhook) { webhook { id } } }";
    private static final String CHANGES = "subscription($after: ID) { corridorChanged(id: \"kbe\", after: $after)"
            + " { cursor corridorId corridor { name partners { code name } } } }";

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
            for (int number = 1; number <= EVENTS; number++) {
                load(number);
                if (number == EVENTS / 4) {
                    await().until(() -> receiver.count() > 0);
                    parts.kill("gateway");
                } else if (number == EVENTS / 2) {
                    parts.kill("corridor");
                } else if (number == EVENTS * 3 / 4) {
                    parts.kill("integration");
                }
            }
            isWholeAt(receiver, before, "while they were loaded");

            // Who comes later, from the same place on, is told the same, as fast as it goes.
            parts.await("gateway");
            try (DeliveredEvents later = new DeliveredEvents()) {
                long begin = System.nanoTime();
                register(key, later, before);
                isWholeAt(later, before, "from the beginning");
                tell(begin, atRest, resident(parts));
            }
        }
    }

    private static void isWholeAt(DeliveredEvents receiver, long before, String when) throws SQLException {
        await().pollInterval(LOOK).atMost(PATIENCE).until(() -> receiver.count() >= EVENTS);
        List<Long> expected = releasesAfter(before);
        assertEquals(EVENTS, expected.size(), "each file is a release");
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
                                CHANGES,
                                "variables",
                                "{\"after\": \"" + after + "\"}")));
        assertTrue(registered.getString("data.registerWebhook.webhook.id").startsWith("wh_"));
    }

    private static long lastRelease() throws SQLException {
        return Long.parseLong(ServiceTables.of(SET.running(), "corridor").ask("select max(id) from release"));
    }

    private static List<Long> releasesAfter(long before) throws SQLException {
        String numbers = ServiceTables.of(SET.running(), "corridor")
                .ask("select string_agg(id::text, ',' order by id) from release where id > " + before);
        return Stream.of(numbers.split(",")).map(Long::valueOf).toList();
    }

    /** Until it is there, whatever becomes of the service meanwhile: the same file again changes nothing. */
    private static void load(int number) throws IOException {
        Steward steward = new Steward(SET);
        URI releases = URI.create(SET.running().serviceUrl("corridor")).resolve("/releases");
        await().pollInterval(LOOK)
                .pollDelay(Duration.ZERO)
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> {
                    int status = steward.request()
                            .contentType("application/octet-stream")
                            .body(road(number))
                            .queryParam("dataset", "segments")
                            .queryParam("fileName", "road.csv")
                            .post(releases)
                            .statusCode();
                    return status == 201 || status == 200;
                });
    }

    private static byte[] road(int number) {
        return """
                segment_id,corridor_id,seq,from_node,to_node,mode,name,length_km,spec,capacity,status,opened,cost,note,great_circle_km,source
                killed-road,kbe,91,mohan,boten,ROAD,Mohan-Boten road,%d,,,OPERATIONAL,2008,,,2.9,S_W_KBE
                """.formatted(3 + number).getBytes(StandardCharsets.UTF_8);
    }

    private static long resident(RevivedParts parts) throws InterruptedException {
        return Objects.requireNonNull(ProcessMemory.of(parts.process("integration")))
                .resident();
    }

    private static void tell(long begin, long atRest, long after) {
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                "%d deliveries of one webhook in %.1f s: %.0f a second; integration-service %d MB at rest, %d MB afterwards; load average %.1f%n",
                EVENTS,
                seconds,
                EVENTS / seconds,
                atRest >> 20,
                after >> 20,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
