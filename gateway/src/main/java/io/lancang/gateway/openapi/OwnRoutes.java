package io.lancang.gateway.openapi;

import io.vertx.core.json.JsonObject;

/** Routes of the gateway itself, which say what they are; each package with routes for clients has such a bean. */
public interface OwnRoutes {
    /** The paths of OpenAPI that are there as it is configured; empty if there are none. */
    JsonObject paths();
}
