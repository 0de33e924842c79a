package io.lancang.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.integration.key.KeyText;
import io.lancang.kit.fixture.Eventually;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChangesTest extends RunningService {
    @TestHTTPResource("/gateway/keys/changes")
    @Nullable
    URI changes;

    @Test
    void tellsOfARevocationWithinTwoSeconds() throws Exception {
        register("told-revoked");
        String key = issue("told-revoked");
        try (Stream stream = open().ready()) {
            long began = System.nanoTime();
            ADMIN.data("mutation { revokeKey(prefix: \"" + prefix(key) + "\", reason: \"r\") { state } }");
            stream.awaitLine("data: {\"hash\" : \"" + new KeyText(key).hash() + "\"}");
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            assertTrue(took.compareTo(Duration.ofSeconds(2)) < 0, "It took " + took);
        }
    }

    /** Another instance has this database and nothing else in common with this one. */
    @Test
    void tellsWithinTwoSecondsWhatAnotherInstanceChanged() throws Exception {
        register("told-elsewhere");
        String key = issue("told-elsewhere");
        try (Stream stream = open().ready()) {
            long began = System.nanoTime();
            update("update api_key set revoked_at = now() where prefix = ?", prefix(key));
            stream.awaitLine("data: {\"hash\" : \"" + new KeyText(key).hash() + "\"}");
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            assertTrue(took.compareTo(Duration.ofSeconds(2)) < 0, "It took " + took);
        }
    }

    @Test
    void tellsOfWholeClientsAndPlansAndOfRotatedKeys() throws Exception {
        register("told-client");
        String key = issue("told-client");
        ADMIN.data("mutation { createPlan(name: \"told-plan\", limits: {}) { name } }");
        try (Stream stream = open().ready()) {
            ADMIN.data("mutation { rotateKey(prefix: \"" + prefix(key) + "\") { secret } }");
            stream.awaitLine("data: {\"hash\" : \"" + new KeyText(key).hash() + "\"}");
            ADMIN.data("mutation { suspendClient(id: \"told-client\", reason: \"r\") { id } }");
            stream.awaitLine("data: {\"client\" : \"told-client\"}");
            ADMIN.data("mutation { changePlan(name: \"told-plan\", limits: {subscriptions: 1}) { name } }");
            stream.awaitLine("data: {\"plan\" : \"told-plan\"}");
        }
    }

    /** A gateway that does not hear of it lets the client go on with what it may no longer do. */
    @Test
    void tellsOfClientsWhoseScopesRoleOrPlanChange() throws Exception {
        ADMIN.data("mutation { createPlan(name: \"told-smaller\", limits: {requestsPerMinute: 1}) { name } }");
        Map<String, String> changes = Map.of(
                "told-scopes",
                "scopes: [\"a:read\"]",
                "told-role",
                "role: ADMIN",
                "told-to-pay",
                "plan: \"told-smaller\"");
        changes.keySet().forEach(client -> register(client, "a:read", "b:read"));
        try (Stream stream = open().ready()) {
            changes.forEach((client, change) ->
                    ADMIN.data("mutation { changeClient(id: \"" + client + "\", change: {" + change + "}) { id } }"));
            changes.keySet().forEach(client -> stream.awaitLine("data: {\"client\" : \"" + client + "\"}"));
        }
    }

    @Test
    void saysEachSecondThatNothingIsMissed() throws Exception {
        try (Stream stream = open().ready()) {
            Eventually.holds(
                    "three pulses came",
                    () -> stream.lines().stream().filter(": alive"::equals).count() >= 3);
            assertEquals("event: ready", stream.lines().getFirst());
        }
    }

    @Test
    void endsWhereTheConnectionToTheDatabaseWasLost() throws Exception {
        try (Stream stream = open().ready()) {
            // The service's role may end its own connections: those that listen wait for nothing else.
            text(
                    "select count(pg_terminate_backend(pid))::text from pg_stat_activity"
                            + " where (query like 'listen key_changed%' or query like 'select 1%') and pid <> pg_backend_pid()");
            stream.awaitEnd();
        }
        try (Stream anew = open()) {
            anew.ready();
        }
    }

    /** The tests allow three. */
    @Test
    void refusesMoreStreamsThanThereMayBe() throws Exception {
        List<Stream> streams = new ArrayList<>();
        try {
            // Those of other tests may take a moment to end.
            Eventually.holds("three are open", () -> {
                Stream stream = open();
                if (stream.status() == 200) {
                    streams.add(stream);
                } else {
                    stream.close();
                }
                return streams.size() == 3;
            });
            try (Stream fourth = open()) {
                assertEquals(503, fourth.status());
            }
            streams.removeFirst().close();
            Eventually.holds("another one has its place", () -> {
                Stream stream = open();
                streams.add(stream);
                return stream.status() == 200;
            });
        } finally {
            for (Stream stream : streams) {
                stream.close();
            }
        }
    }

    private Stream open() throws Exception {
        return Stream.open(Objects.requireNonNull(changes, "injected by Quarkus"));
    }
}
