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
    public static JsonObject ofGraph(String service, ServiceException told) {
        JsonObjectBuilder extensions = named(service, told);
        JsonObject error = Json.createObjectBuilder()
                .add("message", told.getMessage())
                .add("extensions", withHint(extensions, told))
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
    public static JsonObject ofFile(String service, ServiceException told) {
        JsonObjectBuilder error = named(service, told).add("message", told.getMessage());
        return Json.createObjectBuilder().add("error", withHint(error, told)).build();
    }

    private static JsonObjectBuilder named(String service, ServiceException told) {
        return Json.createObjectBuilder().add("code", told.code().name()).add("service", service);
    }

    private static JsonObjectBuilder withHint(JsonObjectBuilder error, ServiceException told) {
        return told.hint() == null ? error : error.add("hint", told.hint());
    }
}
