package io.lancang.standalone;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.standalone.DeliveredEvents.Delivered;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A partner's system hears by webhook of what is loaded, through the whole set that {@code ./lancang up} starts. */
class WebhooksIT {
    private static final String REGISTER =
            "mutation($webhook: NewWebhookInput!) { registerWebhook(webhook: $webhook) { secret webhook { id } } }";
    private static final String CORRIDOR = "subscription($after: ID) { corridorChanged(id: \"kbe\", after: $after)"
            + " { cursor corridorId parts corridor { name partners { code name } } } }";
    private static final int EVENTS = 12;
    /** A lease of a webhook lasts for fifteen seconds; then another instance takes over. */
    private static final Duration TAKE_OVER = Duration.ofSeconds(60);

    @RegisterExtension
    static final RunningSet SET = RunningSet.shared();

    private final Steward steward = new Steward(SET);

    @AfterEach
    void theOtherTestsFindWhatShips() throws IOException {
        steward.withdrawAll();
    }

    private static JsonPath ask(String url, String key, String query, Map<String, ?> variables) {
        return Partners.ask(url, key, query, variables);
    }

    private static String register(String client) {
        return Partners.register(SET, client);
    }

    /** The last release of the network that there is. */
    private static String lastRelease() {
        return SET.ask("{ corridor(id: \"kbe\", asOf: \"" + OffsetDateTime.now(ZoneOffset.UTC)
                        + "\") { asOfRelease } }")
                .extract()
                .path("data.corridor.asOfRelease")
                .toString();
    }

    private static Map<String, ?> webhook(DeliveredEvents receiver, String after) {
        return Map.of(
                "webhook",
                Map.of("url", receiver.url(), "document", CORRIDOR, "variables", "{\"after\": \"" + after + "\"}"));
    }

    /** The name of a partner is known to the trade service alone, what changed to the corridor service. */
    @Test
    void deliversSignedWhatBothServicesKnow() throws Exception {
        String key = register("webhook-portal");
        try (DeliveredEvents receiver = new DeliveredEvents()) {
            JsonPath registered = ask(SET.running().gatewayUrl(), key, REGISTER, webhook(receiver, lastRelease()));
            steward.load("corridor", "segments", "road.csv", road(1));

            await().until(() -> !receiver.all().isEmpty());
            Delivered first = receiver.all().getFirst();
            assertTrue(first.isSignedBy(registered.getString("data.registerWebhook.secret")));
            assertEquals("io.lancang.corridorChanged", first.event().getString("type"));
            JsonPath change = first.event().setRootPath("data.data.corridorChanged");
            assertEquals(change.getString("cursor"), JsonPath.from(first.body()).getString("id"));
            assertEquals("kbe", change.getString("corridorId"));
            assertEquals(List.of("SEGMENTS"), change.getList("parts"));
            assertEquals("Thailand", change.getString("corridor.partners.find { it.code == 'THA' }.name"));
            remove(key, registered);
        }
    }

    /**
     * An instance that works on a webhook is ended as {@code kill -9} does it, in the middle of a stream of releases. Another one goes on: none is
     * missing, and what came twice has the same id and body.
     */
    @Test
    void losesNothingWhenTheInstanceThatDeliversIsKilled() throws Exception {
        String key = register("killed-portal");
        try (DeliveredEvents receiver = new DeliveredEvents();
                FurtherIntegration further = FurtherIntegration.start(SET)) {
            String after = lastRelease();
            // Whoever registers a webhook begins to work on it.
            JsonPath registered = further.askAs("killed-portal", REGISTER, webhook(receiver, after));
            for (int number = 1; number <= EVENTS; number++) {
                steward.load("corridor", "segments", "road.csv", road(number));
                if (number == EVENTS / 3) {
                    await().until(() -> !receiver.all().isEmpty());
                    further.kill();
                }
            }
            await().atMost(TAKE_OVER).until(() -> receiver.count() >= EVENTS);

            List<Long> order = receiver.releases();
            assertEquals(EVENTS, order.size());
            assertEquals(order.stream().sorted().toList(), order, "in order");
            assertTrue(receiver.areDoublesAlike(), "the same id has the same body");
            remove(key, registered);
        }
    }

    private static void remove(String key, JsonPath registered) {
        ask(
                SET.running().gatewayUrl(),
                key,
                "mutation($id: ID!) { removeWebhook(id: $id) { id } }",
                Map.of("id", registered.getString("data.registerWebhook.webhook.id")));
    }

    private static String road(int attempt) {
        return """
                segment_id,corridor_id,seq,from_node,to_node,mode,name,length_km,spec,capacity,status,opened,cost,note,great_circle_km,source
                webhook-road,kbe,90,mohan,boten,ROAD,Mohan-Boten road,%d,,,OPERATIONAL,2008,,,2.9,S_W_KBE
                """.formatted(3 + attempt);
    }
}
