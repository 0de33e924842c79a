package io.lancang.k8s.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * The schema by which Kubernetes merges what is applied with {@code --server-side}. A type is a scalar, a list, a map, or whichever of
 * them it has; a map has named fields, or one type for all keys.
 */
final class AppliedSchema {
    private static final String FILE = "/schemas/kubernetes-1.32.3.yaml.gz";

    private final Map<String, JsonNode> types = new HashMap<>();

    AppliedSchema() {
        try (InputStream file = AppliedSchema.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is not there");
            }
            JsonNode document = new YAMLMapper().readTree(new GZIPInputStream(file));
            document.path("types").forEach(type -> types.put(type.path("name").asText(), type));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The type of a built-in kind, if there is one of this name. */
    Optional<JsonNode> kind(String apiVersion, String kind) {
        String group = apiVersion.contains("/") ? apiVersion.replaceFirst("[./].*", "") : "core";
        String version = apiVersion.substring(apiVersion.indexOf('/') + 1);
        return Optional.ofNullable(types.get("io.k8s.api." + group + "." + version + "." + kind));
    }

    /** A type that may be given by its name. */
    JsonNode resolved(JsonNode type) {
        return type.has("namedType") ? types.getOrDefault(type.path("namedType").asText(), type) : type;
    }

    /** The declaration of a field of a map, with its type and perhaps what it is where nothing is given. */
    Optional<JsonNode> field(JsonNode map, String name) {
        for (JsonNode field : map.path("fields")) {
            if (field.path("name").asText().equals(name)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
