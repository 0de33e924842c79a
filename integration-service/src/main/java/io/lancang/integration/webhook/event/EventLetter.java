package io.lancang.integration.webhook.event;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.jackson.JsonFormat;
import io.lancang.integration.page.Moments;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.HexFormat;

/** Writes events as CloudEvents 1.0 in JSON (structured mode), and names deliveries. Holds no state. */
public final class EventLetter {
    private static final String TYPE = "io.lancang.";
    private static final String JSON = "application/json";
    private static final int ID_BYTES = 16;

    private EventLetter() {}

    /** The {@code webhook-id}: the same for the same event of the same webhook, and another for every other. */
    public static String id(String webhook, String place) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((webhook + "\n" + place).getBytes(StandardCharsets.UTF_8));
            return "msg_" + HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }

    /**
     * An event with the answer to the subscription.
     *
     * @param answer a GraphQL response
     */
    static String event(String webhook, String field, String place, String answer) {
        return letter(webhook, place, TYPE + field, Moments.now(), answer);
    }

    /** In place of an event that is larger than may be delivered. */
    static String tooLarge(String webhook, String field, String place, long bytes, int limit) {
        JsonObject notice = new JsonObject()
                .put("subscription", field)
                .put("event", place)
                .put("bytes", bytes)
                .put("limit", limit)
                .put("hint", "Ask for fewer fields by changeWebhook, or for this event at the gateway.");
        return letter(webhook, place, TYPE + "webhook.eventTooLarge", Moments.now(), notice.encode());
    }

    /** What tries a receiver. */
    public static String ping(String webhook, String id) {
        return letter(webhook, id, TYPE + "webhook.ping", Moments.now(), "{\"webhook\":\"" + webhook + "\"}");
    }

    private static String letter(String webhook, String place, String type, OffsetDateTime at, String data) {
        byte[] event = new JsonFormat()
                .serialize(CloudEventBuilder.v1()
                        .withId(place)
                        .withSource(URI.create("/webhooks/" + webhook))
                        .withType(type)
                        .withTime(at)
                        .withData(JSON, data.getBytes(StandardCharsets.UTF_8))
                        .build());
        return new String(event, StandardCharsets.UTF_8);
    }
}
