package io.lancang.standalone;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A client that subscribes through the gateway is told of what is loaded into the services meanwhile. */
class SubscriptionIT {
    @RegisterExtension
    static final RunningSet SET = new RunningSet();

    private static final String QUERY = "{\"query\":\"subscription { releasePublished(dataset: \\\"un_comtrade\\\")"
            + " { datasetId fileName rows dataset { title } } }\"}";
    private static final int ATTEMPTS = 30;

    private final Deque<String> loaded = new ArrayDeque<>();

    @AfterEach
    void theOtherTestsFindWhatShips() throws IOException {
        for (String release : loaded) {
            steward().delete(service().resolve("/releases/" + release)).then().statusCode(200);
        }
    }

    @Test
    void tellsOfAReleaseThatIsLoadedWhileAClientIsSubscribed() throws Exception {
        BlockingQueue<String> events = new LinkedBlockingQueue<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            Thread reader = Thread.ofVirtual().start(() -> readEvents(client, events));

            String event = eventOfALoad(events);

            JsonPath published = JsonPath.from(event).setRootPath("data.releasePublished");
            assertEquals("un_comtrade", published.getString("datasetId"));
            assertEquals("laos.csv", published.getString("fileName"));
            assertEquals(1, published.getInt("rows"));
            assertNotNull(published.getString("dataset.title"));
            reader.interrupt();
            client.shutdownNow();
        }
    }

    /** Nobody is told when a subscription is in force, so that releases are loaded until one is told of. */
    private String eventOfALoad(BlockingQueue<String> events) throws Exception {
        @Nullable String event = null;
        for (int attempt = 1; event == null && attempt <= ATTEMPTS; attempt++) {
            load(attempt);
            event = events.poll(2, TimeUnit.SECONDS);
        }
        if (event == null) {
            throw new AssertionError("no event came of " + ATTEMPTS + " releases");
        }
        return event;
    }

    private void load(int amount) throws IOException {
        String release = steward()
                .contentType("text/csv")
                .body("period,partner,flow,currency,amount,reporter\n2023,LAO,EXPORT,USD," + amount + ",THA\n")
                .post(service().resolve("/releases?dataset=un_comtrade&fileName=laos.csv"))
                .then()
                .statusCode(201)
                .extract()
                .path("release")
                .toString();
        loaded.push(release);
    }

    private static void readEvents(HttpClient client, BlockingQueue<String> events) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(SET.running().gatewayUrl()))
                .header("content-type", "application/json")
                .header("accept", "text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString(QUERY))
                .build();
        try (Stream<String> lines =
                client.send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
            lines.filter(line -> line.startsWith("data: {"))
                    .map(line -> line.substring("data: ".length()))
                    .forEach(events::add);
        } catch (IOException | UncheckedIOException e) {
            // The test ends the stream when it has seen its event; before that, this is what it sees instead.
            events.add("The stream ended: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static RequestSpecification steward() throws IOException {
        String token = Files.readString(SET.running().stewardToken()).strip();
        return given().header("authorization", "Bearer " + token);
    }

    private static URI service() {
        return URI.create(SET.running().serviceUrl("trade"));
    }
}
