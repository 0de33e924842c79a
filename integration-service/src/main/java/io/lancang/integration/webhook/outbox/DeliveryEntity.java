package io.lancang.integration.webhook.outbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A delivery on record. Read here; the outbox writes it by statements that look at the lease of its webhook. */
@Entity
@Immutable
@Table(name = "delivery")
class DeliveryEntity {
    private static final int KEPT_ATTEMPTS = 20;

    @Id
    private String id = "";

    private long number;
    private String webhook = "";
    private String event = "";
    private String payload = "";

    @Enumerated(EnumType.STRING)
    private DeliveryState state = DeliveryState.PENDING;

    @Column(name = "created_at")
    private OffsetDateTime createdAt = OffsetDateTime.MIN;

    @Column(name = "due_since")
    private OffsetDateTime dueSince = OffsetDateTime.MIN;

    @Column(name = "next_attempt_at")
    private OffsetDateTime nextAttemptAt = OffsetDateTime.MIN;

    @Column(name = "attempt_count")
    private int attemptCount;

    private String attempts = "[]";

    /** For the entity manager, which fills it. */
    protected DeliveryEntity() {}

    String webhook() {
        return webhook;
    }

    /** What is to be sent, and how it went so far. */
    Due asDue() {
        return new Due(id, payload, dueSince, nextAttemptAt, attemptCount, attempts);
    }

    /** As the graph has it. */
    Delivery asRecord() {
        return new Delivery(
                id,
                event,
                payload,
                state,
                createdAt,
                state == DeliveryState.PENDING ? nextAttemptAt : null,
                attemptCount,
                attempts(attempts),
                number);
    }

    private static List<DeliveryAttempt> attempts(String json) {
        return new JsonArray(json)
                .stream()
                        .map(JsonObject.class::cast)
                        .map(attempt -> new DeliveryAttempt(
                                OffsetDateTime.parse(attempt.getString("at")),
                                attempt.getInteger("status"),
                                attempt.getInteger("milliseconds"),
                                fault(attempt.getString("code")),
                                attempt.getString("error")))
                        .toList();
    }

    private static @Nullable DeliveryFault fault(@Nullable String code) {
        return code == null ? null : DeliveryFault.valueOf(code);
    }

    /** The attempts with another one, as they are kept. */
    static String with(String json, DeliveryAttempt attempt) {
        JsonArray all = new JsonArray(json);
        all.add(new JsonObject()
                .put("at", attempt.at().toString())
                .put("status", attempt.status())
                .put("milliseconds", attempt.milliseconds())
                .put("code", attempt.code() == null ? null : attempt.code().name())
                .put("error", attempt.error()));
        while (all.size() > KEPT_ATTEMPTS) {
            all.remove(0);
        }
        return all.encode();
    }
}
