package io.lancang.gateway.usage;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;

/** {@code GET /usage} on the port for health and metrics: a file for {@code ./lancang check --usage}. */
@Singleton
class UsageRoute {
    private static final String PATH = "/usage";

    private final FieldUsage usage;

    @Inject
    UsageRoute(FieldUsage usage) {
        this.usage = usage;
    }

    void register(@Observes ManagementInterface management) {
        if (usage.isOn()) {
            // A schema times a hundred clients takes a while to write.
            management.router().get(PATH).blockingHandler(this::answer);
        }
    }

    private void answer(RoutingContext routing) {
        JsonArray list = new JsonArray();
        usage.snapshot()
                .forEach((client, coordinates) -> coordinates.forEach((coordinate, uses) -> list.add(new JsonObject()
                        .put("client", client)
                        .put("coordinate", coordinate)
                        .put("count", uses.count())
                        .put("last", Instant.ofEpochMilli(uses.last()).toString()))));
        routing.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(new JsonObject()
                        .put("since", usage.since().toString())
                        .put("until", Instant.now().toString())
                        .put("usage", list)
                        .encode());
    }
}
