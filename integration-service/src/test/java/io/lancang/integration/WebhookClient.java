package io.lancang.integration;

import io.lancang.kit.fixture.Eventually;
import io.restassured.path.json.JsonPath;

/** A client that manages webhooks of its own. */
record WebhookClient(Graph graph) {
    /** Registers a client with this id, and asks as it. */
    static WebhookClient of(String id) {
        RunningService.register(id, "a:read", "b:read");
        return new WebhookClient(Graph.of(id, "client", "a:read", "b:read"));
    }

    /** A webhook with its secret. */
    record Registered(String id, String secret) {}

    static String registration(String url, String document, String variables) {
        return "mutation { registerWebhook(webhook: {url: \"" + url + "\", document: \"" + document
                + "\", variables: \"" + variables.replace("\"", "\\\"")
                + "\"}) { secret webhook { id state secretPrefix place } } }";
    }

    Registered register(String url, String topic, String after) {
        JsonPath answer = graph.data(registration(url, FakeGateway.document(topic), "{\"after\": \"" + after + "\"}"));
        return new Registered(
                answer.getString("registerWebhook.webhook.id"), answer.getString("registerWebhook.secret"));
    }

    JsonPath webhook(String id, String fields) {
        return graph.data("{ webhook(id: \"" + id + "\") { " + fields + " } }").setRootPath("data.webhook");
    }

    void awaitState(String id, String state) {
        Eventually.holds(
                "the webhook is " + state,
                () -> webhook(id, "state").getString("state").equals(state));
    }
}
