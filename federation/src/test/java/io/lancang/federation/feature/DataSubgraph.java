package io.lancang.federation.feature;

import static java.nio.charset.StandardCharsets.UTF_8;

import graphql.language.Document;
import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.parser.Parser;
import io.lancang.federation.json.JsonValues;
import io.lancang.federation.json.MalformedJsonException;
import io.lancang.federation.testing.TestSubgraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A subgraph whose data are JSON: under each root type its fields, under each entity type a list of its entities. An entity
 * answers a representation if no field that both have differs; what only the representation has can be read by
 * {@link Cell}s of the entity. A representation that no entity answers is unknown to the subgraph.
 */
final class DataSubgraph {
    private static final String LINK = """
            extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
              "@key", "@requires", "@provides", "@external", "@shareable", "@override", "@tag", "@inaccessible",
              "@interfaceObject", "@extends", "@context", "@fromContext"])
            """;

    private DataSubgraph() {}

    /** A subgraph in the style of Federation 2. */
    static TestSubgraph subgraph(String name, String sdl, String data) {
        return bare(name, LINK + sdl, data);
    }

    /** A subgraph with exactly this SDL. */
    static TestSubgraph bare(String name, String sdl, String data) {
        Map<String, @Nullable Object> json = object(parse(data));
        TestSubgraph.Builder builder = TestSubgraph.of(name, sdl);
        Document document = Parser.parse(sdl);
        // Extensions of object types are object types to graphql-java.
        for (ObjectTypeDefinition type : document.getDefinitionsOfType(ObjectTypeDefinition.class)) {
            for (FieldDefinition field : type.getFieldDefinitions()) {
                builder.field(type.getName(), field.getName(), environment -> Cell.read(environment, json));
            }
        }
        json.forEach((type, entities) -> {
            if (entities instanceof List<?> list) {
                builder.entity(type, representation -> find(list, representation));
            }
        });
        return builder.build();
    }

    private static @Nullable Object find(List<?> entities, Map<String, Object> representation) {
        for (Object entity : entities) {
            Map<String, @Nullable Object> fields = object(entity);
            if (agree(representation, fields)) {
                Map<String, @Nullable Object> known = new HashMap<>(representation);
                known.putAll(fields);
                return known;
            }
        }
        return null;
    }

    private static boolean agree(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Map<?, ?> fields && other instanceof Map<?, ?> others) {
            return fields.entrySet().stream()
                    .filter(field -> !"__typename".equals(field.getKey()) && others.containsKey(field.getKey()))
                    .allMatch(field -> agree(field.getValue(), others.get(field.getKey())));
        }
        if (one instanceof List<?> items && other instanceof List<?> others) {
            List<Boolean> agreeing = new ArrayList<>();
            for (int index = 0; index < Math.min(items.size(), others.size()); index++) {
                agreeing.add(agree(items.get(index), others.get(index)));
            }
            return items.size() == others.size() && !agreeing.contains(false);
        }
        // An ID may come as a number and be kept as a string.
        return String.valueOf(one).equals(String.valueOf(other));
    }

    static @Nullable Object parse(String json) {
        try {
            byte[] bytes = json.getBytes(UTF_8);
            return JsonValues.parse(bytes, 0, bytes.length);
        } catch (MalformedJsonException malformed) {
            throw new IllegalArgumentException("no JSON: " + json, malformed);
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, @Nullable Object> object(@Nullable Object json) {
        if (json instanceof Map<?, ?> object) {
            return (Map<String, @Nullable Object>) object;
        }
        throw new IllegalArgumentException("no object: " + json);
    }
}
