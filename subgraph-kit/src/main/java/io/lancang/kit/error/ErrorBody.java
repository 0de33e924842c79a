package io.lancang.kit.error;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** An error as JSON, where no execution of the graph writes it. */
public final class ErrorBody {
    private ErrorBody() {}

    /**
     * In the form of an answer of the graph: the only one of {@code errors}.
     *
     * @param service the name of this subgraph
     */
    public static JsonObject ofGraph(String service, ServiceException refusal) {
        JsonObjectBuilder extensions = named(service, refusal);
        JsonObject error = Json.createObjectBuilder()
                .add("message", refusal.getMessage())
                .add("extensions", withHint(extensions, refusal))
                .build();
        return Json.createObjectBuilder()
                .add("errors", Json.createArrayBuilder().add(error))
                .build();
    }

    /**
     * As the {@code error} of an answer about files.
     *
     * @param service the name of this subgraph
     */
    public static JsonObject ofFile(String service, ServiceException refusal) {
        JsonObjectBuilder error = named(service, refusal).add("message", refusal.getMessage());
        return Json.createObjectBuilder().add("error", withHint(error, refusal)).build();
    }

    private static JsonObjectBuilder named(String service, ServiceException refusal) {
        return Json.createObjectBuilder().add("code", refusal.code().name()).add("service", service);
    }

    private static JsonObjectBuilder withHint(JsonObjectBuilder error, ServiceException refusal) {
        return refusal.hint() == null ? error : error.add("hint", refusal.hint());
    }
}
