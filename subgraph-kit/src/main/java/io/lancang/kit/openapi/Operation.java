package io.lancang.kit.openapi;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** One request that clients can send, and how it is answered. It is filled while it is made, by one thread. */
public final class Operation {
    private final String method;
    private final String path;
    private final JsonObject described = new JsonObject();
    private final JsonArray parameters = new JsonArray();
    private final TreeMap<Integer, JsonObject> answers = new TreeMap<>();

    private Operation(String method, String path, String id, String tag, String summary) {
        this.method = method;
        this.path = path;
        described.put("operationId", id).put("tags", new JsonArray().add(tag)).put("summary", summary);
    }

    /**
     * A request that reads.
     *
     * @param path in this service, with parameters in braces
     * @param id a name that no other operation of this service has: letters and digits, the first of them small
     * @param tag the group in which readers find it
     */
    public static Operation get(String path, String id, String tag, String summary) {
        return new Operation("get", path, id, tag, summary);
    }

    /** A request that brings something about. */
    public static Operation post(String path, String id, String tag, String summary) {
        return new Operation("post", path, id, tag, summary);
    }

    /** A request that makes something what it says. */
    public static Operation put(String path, String id, String tag, String summary) {
        return new Operation("put", path, id, tag, summary);
    }

    /** A request that ends or removes something. */
    public static Operation delete(String path, String id, String tag, String summary) {
        return new Operation("delete", path, id, tag, summary);
    }

    /** What else there is to know. */
    public Operation describedAs(String description) {
        described.put("description", description);
        return this;
    }

    /** Takes parameters. */
    public Operation with(List<Parameter> further) {
        further.forEach(parameter -> parameters.add(parameter.written()));
        return this;
    }

    /** Takes a parameter that is described among the components. */
    public Operation withShared(String... names) {
        for (String name : names) {
            parameters.add(new JsonObject().put("$ref", "#/components/parameters/" + name));
        }
        return this;
    }

    /** Takes a parameter that is written already, as OpenAPI has it. */
    public Operation withWritten(JsonObject parameter) {
        parameters.add(parameter);
        return this;
    }

    /** Takes a body. */
    public Operation withBody(String mediaType, JsonObject schema, Object example) {
        described.put(
                "requestBody",
                new JsonObject()
                        .put("required", true)
                        .put(
                                "content",
                                new JsonObject()
                                        .put(
                                                mediaType,
                                                new JsonObject()
                                                        .put("schema", schema)
                                                        .put("example", example))));
        return this;
    }

    /** Is answered without a body. */
    public Operation answers(int status, String description) {
        answers.computeIfAbsent(status, ignored -> new JsonObject()).put("description", description);
        return this;
    }

    /** Is answered with this kind of body; a further one of a status is another that the client can choose. */
    public Operation answers(int status, String description, String mediaType, JsonObject schema) {
        answers(status, description);
        member(answer(status), "content").put(mediaType, new JsonObject().put("schema", schema));
        return this;
    }

    /** The answers of this status have headers that are described among the components. */
    public Operation tells(int status, String... headers) {
        for (String header : headers) {
            member(answer(status), "headers")
                    .put(header, new JsonObject().put("$ref", "#/components/headers/" + header));
        }
        return this;
    }

    /** Is refused with these statuses, and a body that has one of our codes. */
    public Operation refuses(int... statuses) {
        for (int status : statuses) {
            answers.put(status, new JsonObject().put("$ref", "#/components/responses/Refused" + status));
        }
        return this;
    }

    /** Is for clients with a key alone. */
    public Operation needsKey() {
        described.put(
                "security",
                new JsonArray()
                        .add(new JsonObject().put("key", new JsonArray()))
                        .add(new JsonObject().put("bearer", new JsonArray())));
        return this;
    }

    /** Is for stewards alone, who have a token. */
    public Operation needsSteward() {
        described.put("security", new JsonArray().add(new JsonObject().put("bearer", new JsonArray())));
        return this;
    }

    private JsonObject answer(int status) {
        return answers.computeIfAbsent(status, ignored -> new JsonObject());
    }

    private static JsonObject member(JsonObject object, String name) {
        if (!object.containsKey(name)) {
            object.put(name, new JsonObject());
        }
        return object.getJsonObject(name);
    }

    /** Adds it to the requests of its path. */
    void addTo(JsonObject paths) {
        JsonObject responses = new JsonObject();
        answers.forEach((status, answer) -> responses.put(String.valueOf(status), answer));
        JsonObject written = described.copy();
        if (!parameters.isEmpty()) {
            written.put("parameters", parameters);
        }
        member(paths, path).put(method, written.put("responses", responses));
    }

    /** The same for whoever wants the headers alone. */
    public Operation headers() {
        String id = described.getString("operationId");
        Operation head = new Operation(
                "head",
                path,
                "head" + id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1),
                described.getJsonArray("tags").getString(0),
                described.getString("summary"));
        head.describedAs("As GET, without a body.");
        head.parameters.addAll(parameters.copy());
        answers.forEach((status, answer) -> {
            JsonObject copy = answer.copy();
            copy.remove("content");
            if (copy.containsKey("$ref")) {
                copy = new JsonObject().put("description", "As for GET, without a body.");
            }
            // A part of nothing is none.
            if (status != 206 && status != 416) {
                head.answers.put(status, copy);
            }
        });
        return head;
    }
}
