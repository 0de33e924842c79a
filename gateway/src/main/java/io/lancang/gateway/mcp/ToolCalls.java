package io.lancang.gateway.mcp;

import io.lancang.federation.OperationType;
import io.lancang.federation.SchemaEntry;
import io.lancang.federation.SchemaIndex;
import io.lancang.federation.engine.Delivery;
import io.lancang.gateway.config.GatewayConfig;
import io.lancang.gateway.limits.rate.Spending;
import io.lancang.gateway.operation.OperationRunner;
import io.lancang.gateway.operation.Outcome;
import io.lancang.gateway.operation.RequestSource;
import io.lancang.gateway.operation.TransportRules;
import io.lancang.gateway.request.Refusal;
import io.lancang.gateway.request.RefusedException;
import io.lancang.gateway.request.RequestedOperation;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Calls tools. An operation runs as if the client had sent it to the GraphQL endpoint. Thread-safe. */
@Singleton
class ToolCalls {
    /** A description of a hundred lines belongs to a page of documentation. */
    private static final int LONGEST_DESCRIPTION = 1000;

    private static final TransportRules OF_DOCUMENTS = type -> {
        if (type == OperationType.SUBSCRIPTION) {
            throw new RefusedException(McpRefusals.noSubscriptions());
        }
    };
    private static final TransportRules READING = type -> {
        OF_DOCUMENTS.check(type);
        if (type == OperationType.MUTATION) {
            throw new RefusedException(McpRefusals.noMutations());
        }
    };

    private final OperationRunner operations;
    private final Vertx vertx;
    private final TransportRules ofQueries;
    private final long maximumAnswer;

    @Inject
    ToolCalls(OperationRunner operations, Vertx vertx, GatewayConfig config) {
        this.operations = operations;
        this.vertx = vertx;
        this.ofQueries = config.mcp().runMutations() ? OF_DOCUMENTS : READING;
        this.maximumAnswer = config.mcp().maxAnswerSize().asLongValue();
    }

    /**
     * Calls a tool for a client. What is wrong with the arguments, what is refused and what fails in the graph is a result.
     *
     * @param arguments as the client sent them
     * @param shown told what is left of the client's limits
     */
    Future<ToolResult> call(
            ToolCatalog catalog,
            Tool tool,
            Map<String, @Nullable Object> arguments,
            ClientRequest client,
            MultiMap shown) {
        Refusal unknown = unknownArgument(tool, arguments);
        if (unknown != null) {
            return counted(client, shown, () -> Future.succeededFuture(ToolResult.refused(unknown)));
        }
        return switch (tool) {
            case Tool.OfDocument document ->
                run(
                        new RequestedOperation(
                                /* query= */ null,
                                document.id(),
                                /* hash= */ null,
                                /* operationName= */ null,
                                arguments),
                        client,
                        OF_DOCUMENTS,
                        shown);
            case Tool.RunQuery query -> runQuery(arguments, client, shown);
            case Tool.SearchSchema search -> counted(client, shown, () -> search(catalog, arguments));
        };
    }

    private static @Nullable Refusal unknownArgument(Tool tool, Map<String, @Nullable Object> arguments) {
        List<String> known = switch (tool) {
            case Tool.OfDocument document -> document.arguments();
            case Tool.RunQuery query -> List.of(Tool.RunQuery.QUERY, Tool.RunQuery.VARIABLES);
            case Tool.SearchSchema search -> List.of(Tool.SearchSchema.WORDS, Tool.SearchSchema.MOST);
        };
        return arguments.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .map(name -> McpRefusals.unknownArgument(tool.name(), name, known))
                .orElse(null);
    }

    @SuppressWarnings("unchecked") // what JSON is read into
    private Future<ToolResult> runQuery(Map<String, @Nullable Object> arguments, ClientRequest client, MultiMap shown) {
        Object query = arguments.get(Tool.RunQuery.QUERY);
        Object variables = Objects.requireNonNullElse(arguments.get(Tool.RunQuery.VARIABLES), Map.of());
        if (!(query instanceof String text) || text.isBlank()) {
            return badInput(client, shown, "\"query\" is not a GraphQL document.", "Send one: { __typename }");
        }
        if (!(variables instanceof Map<?, ?> values)) {
            return badInput(
                    client, shown, "\"variables\" is not an object.", "Send values by names: {\"code\": \"LAO\"}");
        }
        return run(
                new RequestedOperation(
                        text,
                        /* documentId= */ null,
                        /* hash= */ null,
                        /* operationName= */ null,
                        (Map<String, @Nullable Object>) values),
                client,
                ofQueries,
                shown);
    }

    private Future<ToolResult> run(
            RequestedOperation operation, ClientRequest client, TransportRules rules, MultiMap shown) {
        return operations
                .run(new RequestSource.AlreadyRead(operation), client, Delivery.WHOLE, rules)
                .onComplete(ended -> show(client, shown))
                .map(this::result)
                .recover(failure -> failure instanceof RefusedException refused
                        ? Future.succeededFuture(ToolResult.refused(refused.refusal()))
                        : Future.failedFuture(failure));
    }

    private static void show(ClientRequest client, MultiMap shown) {
        Spending spending = client.spending();
        if (spending != null) {
            spending.addTo(shown);
        }
    }

    private ToolResult result(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered(var answer) ->
                answer.length() > maximumAnswer
                        ? ToolResult.refused(McpRefusals.answerTooLarge(answer.length(), maximumAnswer))
                        : ToolResult.of(answer);
            case Outcome.Subscribed subscribed ->
                throw new IllegalStateException("The rules of tools let no subscription begin");
            case Outcome.InParts parts -> throw new IllegalStateException("Nothing is delivered in parts to a tool");
        };
    }

    private Future<ToolResult> search(ToolCatalog catalog, Map<String, @Nullable Object> arguments) {
        Object most =
                Objects.requireNonNullElse(arguments.get(Tool.SearchSchema.MOST), Tool.SearchSchema.MOST_BY_DEFAULT);
        if (!(arguments.get(Tool.SearchSchema.WORDS) instanceof String words) || words.isBlank()) {
            return bad("\"words\" is not a text.", "Send words to look for: trade balance");
        }
        if (!(most instanceof Integer limit) || limit < 1 || limit > Tool.SearchSchema.MOST_AT_ALL) {
            return bad("\"limit\" is " + most + ".", "It is a whole number from 1 to " + Tool.SearchSchema.MOST_AT_ALL);
        }
        return vertx.executeBlocking(() -> found(catalog.index().search(words, limit)), /* ordered= */ false)
                .map(Objects::requireNonNull);
    }

    private static ToolResult found(SchemaIndex.Found found) {
        JsonArray matches = new JsonArray();
        found.entries().forEach(entry -> matches.add(json(entry)));
        return ToolResult.found(new JsonObject()
                .put("matches", matches)
                .put("total", found.total())
                .encode());
    }

    private static JsonObject json(SchemaEntry entry) {
        JsonObject json = new JsonObject().put("coordinate", entry.coordinate()).put("signature", entry.signature());
        if (!entry.description().isEmpty()) {
            json.put("description", shortened(entry.description()));
        }
        if (!entry.arguments().isEmpty()) {
            JsonObject arguments = new JsonObject();
            entry.arguments().forEach((name, text) -> arguments.put(name, shortened(text)));
            json.put("arguments", arguments);
        }
        return entry.deprecated() == null ? json : json.put("deprecated", entry.deprecated());
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_DESCRIPTION ? text.substring(0, LONGEST_DESCRIPTION) + "..." : text;
    }

    private Future<ToolResult> badInput(ClientRequest client, MultiMap shown, String message, String hint) {
        return counted(client, shown, () -> bad(message, hint));
    }

    private static Future<ToolResult> bad(String message, String hint) {
        return Future.succeededFuture(ToolResult.refused(McpRefusals.badInput(message, hint)));
    }

    /** What asks no subgraph counts as one request all the same. */
    private static Future<ToolResult> counted(ClientRequest client, MultiMap shown, Supplier<Future<ToolResult>> run) {
        return Spending.asOneRequest(client.spending(), shown, run)
                .recover(failure -> failure instanceof RefusedException refused
                        ? Future.succeededFuture(ToolResult.refused(refused.refusal()))
                        : Future.failedFuture(failure));
    }
}
