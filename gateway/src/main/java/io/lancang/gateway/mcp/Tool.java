package io.lancang.gateway.mcp;

import io.lancang.federation.OperationDescription;
import io.lancang.federation.OperationType;
import io.lancang.gateway.document.TrustedTool;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a client can call by a name. Immutable. */
sealed interface Tool {
    /** How clients see it, as the protocol has it. */
    Map<String, Object> definition();

    default String name() {
        return String.valueOf(definition().get("name"));
    }

    /**
     * A trusted document.
     *
     * @param id by which the document is known
     * @param arguments names of its variables
     */
    record OfDocument(String id, List<String> arguments, Map<String, Object> definition) implements Tool {
        static OfDocument of(TrustedTool marked, OperationDescription operation) {
            Map<String, Object> definition = Tool.definition(
                    marked.name(),
                    marked.title(),
                    marked.description() == null ? operation.description() : marked.description(),
                    operation.variables());
            definition.put("outputSchema", operation.answer());
            definition.put("annotations", annotations(marked.title(), operation.type()));
            Map<?, ?> properties = (Map<?, ?>) operation.variables().getOrDefault("properties", Map.of());
            return new OfDocument(
                    marked.id(),
                    properties.keySet().stream().map(String::valueOf).toList(),
                    definition);
        }
    }

    /** Any query. */
    record RunQuery(Map<String, Object> definition) implements Tool {
        static final String NAME = "run_query";
        static final String QUERY = "query";
        static final String VARIABLES = "variables";

        /** @param mutations whether it runs those as well */
        static RunQuery of(boolean mutations) {
            Map<String, Object> definition = Tool.definition(
                    NAME,
                    "Run a GraphQL query",
                    "Runs a GraphQL " + (mutations ? "query or mutation" : "query")
                            + " and returns the response with its data and errors. Find the names of types and"
                            + " fields with " + SearchSchema.NAME
                            + " first, if there is such a tool. Ask for the fields that are needed only.",
                    Tool.arguments(QUERY, """
                        {"type": "string", "description": "A GraphQL document with one operation."}""", VARIABLES, """
                        {"type": "object", "description": "Values of the operation's variables, by their names."}"""));
            definition.put(
                    "annotations",
                    annotations("Run a GraphQL query", mutations ? OperationType.MUTATION : OperationType.QUERY));
            return new RunQuery(definition);
        }
    }

    /** A search of the schema. */
    record SearchSchema(Map<String, Object> definition) implements Tool {
        static final String NAME = "search_schema";
        static final String WORDS = "words";
        static final String MOST = "limit";
        static final int MOST_BY_DEFAULT = 10;
        static final int MOST_AT_ALL = 50;

        static SearchSchema of() {
            Map<String, Object> definition = Tool.definition(
                    NAME,
                    "Search the schema",
                    "Finds types, fields and arguments of the GraphQL schema by words in their names and descriptions,"
                            + " the best first. Search for Query to see where a query begins.",
                    Tool.arguments(WORDS, """
                        {"type": "string", "description": "Words to look for, separated by spaces: trade balance partner."}""", MOST, """
                        {"type": "integer", "description": "How many are returned at most.",
                         "minimum": 1, "maximum": %d, "default": %d}""".formatted(MOST_AT_ALL, MOST_BY_DEFAULT)));
            definition.put("annotations", annotations("Search the schema", OperationType.QUERY));
            return new SearchSchema(definition);
        }
    }

    private static Map<String, Object> definition(
            String name, @Nullable String title, String description, Map<String, Object> inputSchema) {
        Map<String, Object> definition = new LinkedHashMap<>();
        definition.put("name", name);
        if (title != null) {
            definition.put("title", title);
        }
        if (!description.isEmpty()) {
            definition.put("description", description);
        }
        definition.put("inputSchema", inputSchema);
        return definition;
    }

    /** Two arguments with their schemas, of which the first is required. */
    private static Map<String, Object> arguments(String first, String firstSchema, String second, String secondSchema) {
        return new JsonObject()
                .put("type", "object")
                .put(
                        "properties",
                        new JsonObject()
                                .put(first, new JsonObject(firstSchema))
                                .put(second, new JsonObject(secondSchema)))
                .put("required", new JsonArray().add(first))
                .put("additionalProperties", false)
                .getMap();
    }

    /** Hints alone: what a tool may do is decided where it runs. A mutation may destroy something, as far as is known here. */
    private static Map<String, Object> annotations(@Nullable String title, OperationType type) {
        Map<String, Object> annotations = new LinkedHashMap<>();
        if (title != null) {
            annotations.put("title", title);
        }
        boolean reads = type == OperationType.QUERY;
        annotations.put("readOnlyHint", reads);
        annotations.put("destructiveHint", !reads);
        annotations.put("idempotentHint", reads);
        // The graph is the world of its tools.
        annotations.put("openWorldHint", false);
        return annotations;
    }
}
