package io.lancang.k8s.manifest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Changes to a tree. */
final class Edits {
    private static final JsonMapper JSON = new JsonMapper();

    private Edits() {}

    static void set(JsonNode parent, String key, String value) {
        JsonNode json = parse(value);
        switch (parent) {
            case ObjectNode object when json.isMissingNode() -> object.remove(key);
            case ObjectNode object -> object.set(key, json);
            case ArrayNode list when key.equals("-") -> list.add(json);
            case ArrayNode list when json.isMissingNode() -> list.remove(Integer.parseInt(key));
            case ArrayNode list -> list.set(Integer.parseInt(key), json);
            default -> throw new AssertionError("There is nothing to change at " + key);
        }
    }

    private static JsonNode parse(String value) {
        try {
            return value.isEmpty() ? JSON.missingNode() : JSON.readTree(value);
        } catch (JsonProcessingException failure) {
            throw new AssertionError(value + " is no JSON", failure);
        }
    }
}
