package io.lancang.standalone;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Clients of the gateway while the databases of the services have a primary and a standby, which services know by both addresses. The gateway keeps no
 * answers, so that each is that of a service.
 */
class StandbysIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Path TARGET = RunningSet.home().resolve("standalone/target");
    private static final AtomicInteger NUMBERS = new AtomicInteger(100);

    private static ReplicatedSet set;

    /** A service, and what a release of it changes: a number that a question tells. */
    enum Service {
        TRADE(
                "trade",
                "standbys",
                "period,partner,flow,classification,product,currency,amount\n2023-01,LAO,EXPORT,HS2022,0901,USD,%d\n",
                "{ tradeSummary(filter: {datasets: [\"standbys\"], frequency: MONTHLY, from: 2023, to: 2023},"
                        + " groupBy: [PARTNER], measures: [MAX]) { rows { max { amount } } } }",
                "data.tradeSummary.rows[0].max.amount",
                "subscription { event: releasePublished(dataset: \"standbys\") { release } }"),
        CORRIDOR(
                "corridor",
                "segments",
                """
                segment_id,corridor_id,seq,from_node,to_node,mode,name,length_km,spec,capacity,status,opened,cost,note,great_circle_km,source
                standby-road,kbe,90,mohan,boten,ROAD,Mohan-Boten road,%d,,,OPERATIONAL,2008,,,2.9,S_W_KBE
                """,
                "{ corridor(id: \"kbe\") { segments { id lengthKm } } }",
                "data.corridor.segments.find { it.id == 'standby-road' }.lengthKm",
                "subscription { event: corridorChanged(id: \"kbe\") { release } }");

        private final String application;
        private final String dataset;
        private final String file;
        private final String question;
        private final String answer;
        private final String subscription;

        Service(String application, String dataset, String file, String question, String answer, String subscription) {
            this.application = application;
            this.dataset = dataset;
            this.file = file;
            this.question = question;
            this.answer = answer;
            this.subscription = subscription;
        }
    }

    /** A release that was loaded, and the number that it brought. */
    private record Loaded(String release, int number) {}

    @BeforeAll
    static void start() throws Exception {
        String fork = System.getProperty("lancang.fork");
        Path data = TARGET.resolve("replicated-data-of-" + fork);
        Path copies = TARGET.resolve("standbys-of-" + fork);
        if (Files.exists(copies)) {
            Folders.delete(copies);
        }
        PreparedData.anewInto(data);
        set = ReplicatedSet.start(
                RunningSet.home(),
                data,
                copies,
                new ReplicatedForm(
                        1,
                        ReplicatedForm.Store.NONE,
                        ReplicatedForm.Life.OF_A_TEST,
                        Map.of(
                                Application.CACHE,
                                "false",
                                // A busy machine answers late, which is not what is looked at.
                                "LANCANG_GATEWAY_TRAFFIC_TIMEOUT",
                                "90S",
                                "LANCANG_GATEWAY_LIMITS_DEADLINE",
                                "120S")));
        given().header("authorization", "Bearer " + set.stewardToken())
                .contentType("application/json")
                .body("""
                        {"title": "Standbys", "definition": "Made for a test.", "source": {"id": "STANDBYS", "title": "Standbys"}}""")
                .put(set.root("trade") + "/datasets/standbys")
                .then()
                .statusCode(204);
    }

    @AfterAll
    static void stop() throws Exception {
        set.close();
    }

    @ParameterizedTest
    @EnumSource
    void questionsOfClientsGoToTheStandby(Service service) {
        awaitStandby(service);
    }

    @ParameterizedTest
    @EnumSource
    void noAnswerIsOlderThanAnEventThatTheClientHasSeen(Service service) throws Exception {
        awaitStandby(service);
        PostgresServer standby = set.database().standby();
        standby.ask("postgres", "select pg_wal_replay_pause()");
        try (EventStream stream = EventStream.of(gateway(), service.subscription)) {
            List<Loaded> loaded = new ArrayList<>();
            JsonPath event = stream.eventOf(attempt -> loaded.add(load(service)));

            assertNull(event.get("errors"), event::prettify);
            assertEquals(loaded.getLast().number(), number(ask(service), service));
            assertTrue(
                    Long.parseLong(shown(standby, service))
                            < Long.parseLong(loaded.getFirst().release()),
                    "the standby shows none of them");
        } finally {
            standby.ask("postgres", "select pg_wal_replay_resume()");
        }
        awaitStandby(service);
    }

    /** The primary dies, and the standby takes its place. Clients ask all the while, and hear of each release once. */
    @Test
    void questionsGoOnAndEachEventComesOnceWhenTheStandbyTakesThePlaceOfThePrimary() throws Exception {
        for (Service service : Service.values()) {
            load(service);
            awaitStandby(service);
        }
        try (EventStream trade = EventStream.of(gateway(), Service.TRADE.subscription);
                EventStream corridor = EventStream.of(gateway(), Service.CORRIDOR.subscription);
                Asking asking = Asking.begin()) {
            Function<Service, EventStream> streams = service -> service == Service.TRADE ? trade : corridor;
            for (Service service : Service.values()) {
                EventStream stream = streams.apply(service);
                List<Loaded> loaded = new ArrayList<>();
                String heard = release(stream.eventOf(attempt -> loaded.add(load(service))));
                while (!heard.equals(loaded.getLast().release())) {
                    heard = release(stream.next());
                }
            }
            // A standby that was not seen yet to have the last release may not answer, and nobody else does then.
            for (Service service : Service.values()) {
                awaitStandby(service);
            }
            set.failOver();
            for (int round = 0; round < 3; round++) {
                for (Service service : Service.values()) {
                    Loaded loaded = loadAtLast(service);
                    assertEquals(
                            loaded.release(), release(streams.apply(service).next()));
                    assertEquals(loaded.number(), number(ask(service), service));
                }
            }
            set.followAgain();
            for (Service service : Service.values()) {
                awaitStandby(service);
                Loaded loaded = load(service);
                assertEquals(loaded.release(), release(streams.apply(service).next()), "nothing came twice");
            }
            assertEquals(List.of(), asking.failures());
            assertTrue(asking.answers() > 0);
        }
    }

    private static String gateway() {
        return set.root("gateway") + "/graphql";
    }

    private static void awaitStandby(Service service) {
        double before = readsOfStandby(service);
        await().atMost(PATIENCE).until(() -> {
            assertNull(ask(service).get("errors"));
            return readsOfStandby(service) > before;
        });
    }

    private static double readsOfStandby(Service service) {
        return new GatewayMetric("lancang_database_replicas_reads_total", "server=\"standby\"")
                .at(set.managementRoots(service.application).getFirst());
    }

    private static String shown(PostgresServer server, Service service) throws SQLException {
        return server.ask(service.application, "select max(id) from release");
    }

    private static JsonPath ask(Service service) {
        return given().contentType("application/json")
                .body(Map.of("query", service.question))
                .post(gateway())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static int number(JsonPath answer, Service service) {
        return Double.valueOf(answer.getString(service.answer)).intValue();
    }

    private static String release(JsonPath event) {
        assertNull(event.get("errors"), event::prettify);
        return event.getString("data.event.release");
    }

    private static Response offer(Service service, int number) {
        return given().header("authorization", "Bearer " + set.stewardToken())
                .contentType("application/octet-stream")
                .body(service.file.formatted(number).getBytes(StandardCharsets.UTF_8))
                .post(set.root(service.application) + "/releases?fileName=a.csv&dataset=" + service.dataset);
    }

    private static Loaded load(Service service) {
        int number = NUMBERS.incrementAndGet();
        return new Loaded(
                offer(service, number)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("release")
                        .toString(),
                number);
    }

    /** As a steward does while there is no primary. */
    private static Loaded loadAtLast(Service service) {
        int number = NUMBERS.incrementAndGet();
        Response taken =
                await().atMost(PATIENCE).until(() -> offer(service, number), answer -> answer.statusCode() / 100 == 2);
        return new Loaded(taken.path("release").toString(), number);
    }

    /** Clients that ask both services, each the next question as soon as the last is answered. */
    private record Asking(HttpClient http, AtomicBoolean going, AtomicInteger answered, Queue<String> failed)
            implements AutoCloseable {
        private static final int CLIENTS_OF_EACH = 2;

        static Asking begin() {
            Asking asking = new Asking(
                    HttpClient.newHttpClient(),
                    new AtomicBoolean(true),
                    new AtomicInteger(),
                    new ConcurrentLinkedQueue<>());
            for (Service service : Service.values()) {
                for (int number = 0; number < CLIENTS_OF_EACH; number++) {
                    Thread.ofVirtual().start(() -> asking.ask(service));
                }
            }
            return asking;
        }

        private void ask(Service service) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(gateway()))
                    .header("content-type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "{\"query\": \"" + service.question.replace("\"", "\\\"") + "\"}"))
                    .build();
            try {
                while (going.get()) {
                    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                    if (answer.statusCode() == 200 && !answer.body().contains("\"errors\"")) {
                        answered.incrementAndGet();
                    } else {
                        failed.add(answer.statusCode() + " " + answer.body());
                    }
                }
            } catch (IOException broken) {
                failed.add(broken.toString());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        int answers() {
            return answered.get();
        }

        List<String> failures() {
            return List.copyOf(failed);
        }

        @Override
        public void close() {
            going.set(false);
            // Waits for the answers to what was asked last.
            http.close();
        }
    }
}
