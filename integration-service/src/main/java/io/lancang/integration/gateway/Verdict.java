package io.lancang.integration.gateway;

import io.lancang.integration.plan.Plan;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of a key, by its hash. */
sealed interface Verdict {
    /** How it is answered over HTTP. */
    int status();

    /** The body of the answer. */
    JsonObject body();

    /**
     * It is good.
     *
     * @param scopes those that its client has as well
     * @param goodUntil when it ends by itself; null for no end
     */
    record Good(
            String hash,
            String prefix,
            String client,
            List<String> scopes,
            List<String> roles,
            Plan plan,
            @Nullable OffsetDateTime goodUntil)
            implements Verdict {
        @Override
        public int status() {
            return 200;
        }

        @Override
        public JsonObject body() {
            return new JsonObject()
                    .put("hash", hash)
                    .put("prefix", prefix)
                    .put("client", client)
                    .put("scopes", new JsonArray(scopes))
                    .put("roles", new JsonArray(roles))
                    .put("plan", ofPlan(plan))
                    .put(
                            "expiresAt",
                            goodUntil == null ? null : goodUntil.toInstant().toString());
        }
    }

    /**
     * It is not.
     *
     * @param message names the key or client, and the way out
     */
    record Refused(KeyFault fault, String message) implements Verdict {
        @Override
        public int status() {
            return fault.status();
        }

        @Override
        public JsonObject body() {
            return new JsonObject().put("code", fault.name()).put("message", message);
        }
    }

    /** A plan as gateways read it; null is no limit. */
    static JsonObject ofPlan(Plan plan) {
        return new JsonObject()
                .put("name", plan.name())
                .put("requestsPerMinute", plan.requestsPerMinute())
                .put("costPerMinute", plan.costPerMinute())
                .put("concurrentRequests", plan.concurrentRequests())
                .put("subscriptions", plan.subscriptions());
    }
}
