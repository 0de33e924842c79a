package io.lancang.integration;

import static org.hamcrest.Matchers.contains;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.integration.FakeGateway.Topic;
import io.lancang.integration.Receiver.Received;
import io.lancang.integration.WebhookClient.Registered;
import io.lancang.kit.fixture.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Clients register, change, pause, remove and try webhooks of their own, within bounds. */
@QuarkusTest
class WebhookManagementTest extends RunningService {
    private static final String URL = "http://127.0.0.1:1/events";

    @Test
    void refusesUrlsThatNoDeliveryMayGoTo() {
        WebhookClient client = WebhookClient.of("bad-urls");
        assertEquals(
                "BAD_USER_INPUT: `url` is '…@portal.example', which has a user or a password in it.",
                refusal(client, "https://me:secret@portal.example/", "badUrls", "{\"after\": \"0\"}"));
        assertEquals(
                "BAD_USER_INPUT: `url` is 'ftp://portal.example/', which begins with neither https:// nor http://.",
                refusal(client, "ftp://portal.example/", "badUrls", "{\"after\": \"0\"}"));
        assertEquals(
                "BAD_USER_INPUT: `url` is 'https://portal.example/#a', which has a fragment (#).",
                refusal(client, "https://portal.example/#a", "badUrls", "{\"after\": \"0\"}"));
    }

    @Test
    void refusesDocumentsThatCannotGoOnWhereTheyStood() {
        WebhookClient client = WebhookClient.of("bad-documents");
        assertTrue(error(client, "{ partners { code } }").startsWith("BAD_USER_INPUT: `document` has 1 operations"));
        assertTrue(error(client, "subscription {").startsWith("GRAPHQL_PARSE_FAILED"));
        assertTrue(error(client, "subscription { releasePublished { cursor } }")
                .startsWith("BAD_USER_INPUT: `document` gives `releasePublished` no `after` by a variable"));
        assertTrue(error(client, "subscription($after: ID) { releasePublished(after: $after) { name } }")
                .startsWith("BAD_USER_INPUT: `document` does not select `cursor`"));
        assertTrue(refusal(client, URL, "badDocuments", "{}").startsWith("BAD_USER_INPUT: `variables` has no 'after'"));
        assertTrue(refusal(client, URL, "badDocuments", "[]").startsWith("BAD_USER_INPUT: `variables` is no object"));
    }

    /** What the gateway says to a document is what the client is told: it does not fit, or costs too much. */
    @Test
    void passesOnWhatTheGatewayRefuses() {
        WebhookClient client = WebhookClient.of("too-dear");
        FakeGateway.topic("tooDear").refusal = "LIMIT_EXCEEDED";
        assertEquals(
                "LIMIT_EXCEEDED: The gateway refuses `document`: refused",
                refusal(client, URL, "tooDear", "{\"after\": \"0\"}"));
        FakeGateway.topic("tooDear").refusal = "SUBGRAPH_UNAVAILABLE";
        assertTrue(refusal(client, URL, "tooDear", "{\"after\": \"0\"}").startsWith("UNAVAILABLE: "));
        assertEquals("0", text("select count(*) from webhook where client = 'too-dear'"));
    }

    /** Three may be registered, and the same only once. */
    @Test
    void boundsHowManyAClientHas() {
        WebhookClient client = WebhookClient.of("has-many");
        String first = client.register(URL, "hasMany", "0").id();
        assertEquals(
                "CONFLICT: The webhook '" + first + "' delivers the same to the same URL already.",
                refusal(client, URL, "hasMany", "{\"after\": \"0\"}"));
        client.register(URL + "/2", "hasMany", "0");
        client.register(URL + "/3", "hasMany", "0");
        assertEquals(
                "LIMIT_EXCEEDED: 'has-many' has 3 webhooks already, the most that there may be (3).",
                refusal(client, URL + "/4", "hasMany", "{\"after\": \"0\"}"));
        client.graph().data("mutation { removeWebhook(id: \"" + first + "\") { id } }");
        client.register(URL + "/4", "hasMany", "0");
    }

    @Test
    void aClientSeesAndChangesItsOwnAlone() {
        String id = WebhookClient.of("has-webhook").register(URL, "own", "0").id();
        WebhookClient other = WebhookClient.of("wants-webhook");
        String unknown = "NOT_FOUND: There is no webhook '" + id + "' of 'wants-webhook'.";
        assertEquals(unknown, other.graph().error("{ webhook(id: \"" + id + "\") { secretPrefix } }"));
        for (String change : List.of(
                "pauseWebhook(id: \"%s\", reason: \"r\") { id }",
                "resumeWebhook(id: \"%s\") { id }",
                "removeWebhook(id: \"%s\") { id }",
                "rotateWebhookSecret(id: \"%s\") { secret }",
                "replayWebhook(id: \"%s\", since: \"2026-01-01T00:00:00Z\") { deliveries }",
                "pingWebhook(id: \"%s\") { status }",
                "changeWebhook(id: \"%s\", change: {url: \"http://127.0.0.1:2/\"}) { id }")) {
            assertEquals(unknown, other.graph().error("mutation { " + change.formatted(id) + " }"));
        }
        assertEquals(
                List.of(), other.graph().data("{ webhooks { nodes { id } } }").getList("webhooks.nodes.id"));
        assertEquals(
                "FORBIDDEN: 'wants-webhook' asked for another client, 'has-webhook'.",
                other.graph().error("{ webhooks(client: \"has-webhook\") { nodes { id } } }"));
        assertEquals(
                List.of(id),
                ADMIN.data("{ webhooks(client: \"has-webhook\") { nodes { id } } }")
                        .getList("webhooks.nodes.id"));
        assertTrue(Graph.ANONYMOUS.error("{ webhooks { nodes { id } } }").startsWith("UNAUTHENTICATED"));
    }

    /** No key gives a webhook more than it has itself. */
    @Test
    void seesNoMoreThanTheKeyThatRegisteredIt() {
        WebhookClient.of("narrow-webhook");
        Graph narrow = Graph.of("narrow-webhook", "client", "b:read");
        new WebhookClient(narrow).register(URL, "narrowScopes", "0");
        Gateway.verify(FakeGateway.topic("narrowScopes").keys.getFirst())
                .then()
                .statusCode(200)
                .body("scopes", contains("b:read"));
    }

    @Test
    void signsWithBothSecretsDuringTheOverlapAndWithTheNewOneAfterwards() {
        WebhookClient client = WebhookClient.of("rotates");
        try (Receiver receiver = new Receiver()) {
            Registered webhook = client.register(receiver.url(), "rotates", "0");
            String second = rotate(client, webhook.id(), "PT1H");
            assertNotEquals(webhook.secret(), second);
            ping(client, webhook.id());
            Received both = receiver.await(1).getFirst();
            assertTrue(both.isSignedBy(webhook.secret()) && both.isSignedBy(second));

            String third = rotate(client, webhook.id(), "PT0S");
            ping(client, webhook.id());
            Received one = receiver.await(2).getLast();
            assertTrue(one.isSignedBy(third));
            assertFalse(one.isSignedBy(second), "its time is over");
            assertEquals("io.lancang.webhook.ping", one.event().getString("type"));
            assertFalse(
                    text("select string_agg(m::text, ' ') from management_change m")
                            .contains("whsec_"),
                    "no secret is in the audit");
        }
    }

    /** What is published meanwhile comes afterwards, once. */
    @Test
    void losesNothingWhilePausedAndGoesOnAtAnotherUrl() {
        Topic topic = FakeGateway.topic("pausedOne");
        WebhookClient client = WebhookClient.of("pauses");
        try (Receiver first = new Receiver();
                Receiver second = new Receiver()) {
            String id = client.register(first.url(), "pausedOne", "0").id();
            topic.publish("one");
            first.await(1);
            client.graph().data("mutation { pauseWebhook(id: \"" + id + "\", reason: \"moves\") { state } }");
            Eventually.holds("nobody listens", () -> topic.listeners() == 0);
            topic.publish("two");
            client.graph()
                    .data("mutation { changeWebhook(id: \"" + id + "\", change: {url: \"" + second.url()
                            + "\"}) { url } resumeWebhook(id: \"" + id + "\") { state reason } }");
            assertEquals("two", second.await(1).getFirst().data().getString("name"));
            assertEquals(1, first.received().size());
        }
    }

    /** The variables that it was registered with name the place before the first event. */
    @Test
    void keepsItsPlaceWhenItsUrlChanges() {
        Topic topic = FakeGateway.topic("keepsPlace");
        WebhookClient client = WebhookClient.of("keeps-place");
        try (Receiver receiver = new Receiver()) {
            String id = client.register(receiver.url(), "keepsPlace", "0").id();
            topic.publish("one");
            Eventually.holds(
                    "the place is behind the first event",
                    () -> client.webhook(id, "place").getString("place").equals("1"));

            assertEquals(
                    "1",
                    client.graph()
                            .data("mutation { changeWebhook(id: \"" + id + "\", change: {url: \"" + URL
                                    + "\"}) { place } }")
                            .getString("changeWebhook.place"));
        }
    }

    @Test
    void saysWhatCameOfAPing() {
        WebhookClient client = WebhookClient.of("pings");
        String id = client.register(URL, "pings", "0").id();
        JsonPath refused = ping(client, id);
        assertTrue(refused.getString("pingWebhook.error").contains("refused"), refused.prettify());
        assertFalse(refused.getMap("pingWebhook").get("status") instanceof Number, "nobody answered");
    }

    private JsonPath ping(WebhookClient client, String id) {
        return client.graph().data("mutation { pingWebhook(id: \"" + id + "\") { status milliseconds error } }");
    }

    private static String rotate(WebhookClient client, String id, String overlap) {
        return client.graph()
                .data("mutation { rotateWebhookSecret(id: \"" + id + "\", overlap: \"" + overlap + "\") { secret } }")
                .getString("rotateWebhookSecret.secret");
    }

    private static String refusal(WebhookClient client, String url, String topic, String variables) {
        return client.graph().error(WebhookClient.registration(url, FakeGateway.document(topic), variables));
    }

    private static String error(WebhookClient client, String document) {
        return client.graph().error(WebhookClient.registration(URL, document, "{\"after\": \"0\"}"));
    }
}
