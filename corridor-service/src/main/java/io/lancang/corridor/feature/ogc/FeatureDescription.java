package io.lancang.corridor.feature.ogc;

import io.lancang.kit.openapi.DescribedRoutes;
import io.lancang.kit.openapi.Operation;
import io.lancang.kit.openapi.Schema;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The paths of the standard among all routes of the service, as OpenAPI 3.1 has them. They are those of {@link ApiDescription}, whose
 * document is of OpenAPI 3.0, because the conformance class {@code oas30} asks for that: this is the same in the words of 3.1, so that
 * nothing is told twice.
 */
@Singleton
final class FeatureDescription implements DescribedRoutes {
    private static final String TAG = "Maps";
    private static final String PREFIX = "Ogc.";
    private static final String COMPONENT = "#/components/";

    /** Something to ask for where a path has a parameter. */
    private static final Map<String, String> FEATURES =
            new TreeMap<>(Map.of("corridors", "clr", "segments", "clr-01", "locations", "boten"));

    private static final Map<String, Object> EXAMPLES = Map.of(
            "limit", 10, "bbox", new JsonArray().add(101.5).add(21.1).add(101.8).add(21.3), "datetime", "2021-12-03");

    @Override
    public List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        for (var path : translated(ApiDescription.paths())) {
            JsonObject get = ((JsonObject) path.getValue()).getJsonObject("get");
            // The landing page is at the folder itself, with the slash and without.
            String place = path.getKey().equals("/") ? "" : path.getKey();
            all.add(described(Addresses.FOLDER + place, get, example(path.getKey())));
        }
        all.add(Operation.get(Addresses.FOLDER + "/api", "getMapsApi", TAG, "These paths, as OpenAPI 3.0")
                .describedAs("What the landing page leads programs for maps to.")
                .answers(200, "The document.", Documents.OPENAPI.split(";", 2)[0], Schema.object())
                .refuses(400));
        return all;
    }

    private static String example(String path) {
        return FEATURES.getOrDefault(path.replaceAll("^/collections/|/.*$", ""), "clr");
    }

    private static Operation described(String path, JsonObject get, String example) {
        Operation operation = Operation.get(path, get.getString("operationId"), TAG, get.getString("summary"));
        JsonArray parameters = get.getJsonArray("parameters", new JsonArray());
        for (int i = 0; i < parameters.size(); i++) {
            JsonObject parameter = parameters.getJsonObject(i);
            operation.withWritten(
                    parameter.containsKey("$ref")
                            ? parameter
                            : parameter
                                    .put("description", "The id of the feature.")
                                    .put("example", example));
        }
        JsonObject content = get.getJsonObject("responses").getJsonObject("200").getJsonObject("content");
        String type = content.fieldNames().iterator().next();
        operation.answers(
                200, "What was asked for.", type, content.getJsonObject(type).getJsonObject("schema"));
        operation.refuses(400, 503);
        return path.contains("{") ? operation.refuses(404) : operation;
    }

    @Override
    public JsonObject components() {
        JsonObject components = translated(ApiDescription.components());
        JsonObject named = new JsonObject();
        for (String kind : List.of("schemas", "parameters")) {
            JsonObject ours = new JsonObject();
            for (var component : components.getJsonObject(kind)) {
                ours.put(PREFIX + component.getKey(), component.getValue());
            }
            named.put(kind, ours);
        }
        // Errors are those of all routes.
        named.getJsonObject("schemas").remove(PREFIX + "problem");
        EXAMPLES.forEach((name, example) ->
                named.getJsonObject("parameters").getJsonObject(PREFIX + name).put("example", example));
        return named;
    }

    /** The same with names of components that no other feature has, and with null as a type, which it was not in OpenAPI 3.0. */
    private static JsonObject translated(JsonObject object) {
        JsonObject translated = new JsonObject();
        for (var member : object) {
            translated.put(member.getKey(), value(member.getKey(), member.getValue()));
        }
        if (Boolean.TRUE.equals(translated.remove("nullable"))) {
            Schema.orNull(translated);
        }
        return translated;
    }

    private static Object value(String name, Object value) {
        return switch (value) {
            case JsonObject object -> translated(object);
            case JsonArray array ->
                new JsonArray(array.stream().map(item -> value("", item)).toList());
            case String reference
            when name.equals("$ref") && reference.startsWith(COMPONENT) -> {
                int end = reference.lastIndexOf('/') + 1;
                yield reference.substring(0, end) + PREFIX + reference.substring(end);
            }
            default -> value;
        };
    }
}
