package io.lancang.federation.operation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.error.GraphQLError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the operation that a client asks for, and remembers it: one cache from text to validated document, one from text
 * and name to normalised operation. Refusals are remembered as well, so that a client that repeats a broken query costs no
 * more than one that repeats a good one. Both caches are bounded by the characters they hold. Safe for concurrent use.
 */
public final class Operations {
    private static final int WEIGHT_OF_AN_ENTRY = 200;

    private final GraphQLSchema schema;
    private final DocumentReader reader;
    private final Cache<String, DocumentResult> documents;
    private final Cache<OperationKey, OperationResult> operations;

    private record OperationKey(String document, @Nullable String name) {}

    /**
     * Starts with empty caches.
     *
     * @param cachedCharacters bound of each of the two caches
     */
    public Operations(GraphQLSchema apiSchema, OperationLimits limits, long cachedCharacters) {
        this.schema = apiSchema;
        this.reader = new DocumentReader(apiSchema, limits);
        // Maintenance runs on the calling thread: a library has no threads of its own.
        this.documents = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumWeight(cachedCharacters)
                .<String, DocumentResult>weigher((text, result) -> WEIGHT_OF_AN_ENTRY + text.length())
                .build();
        this.operations = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumWeight(cachedCharacters)
                .<OperationKey, OperationResult>weigher(
                        (key, result) -> WEIGHT_OF_AN_ENTRY + key.document().length())
                .build();
    }

    /**
     * The operation of that name, from the caches if it was asked for before.
     *
     * @param operationName which operation of the document; null if there is only one
     */
    public OperationResult find(String document, @Nullable String operationName) {
        return operations.get(new OperationKey(document, operationName), this::normalise);
    }

    /** As {@link #find}, but null if the caches do not have it. Takes no time. */
    public @Nullable OperationResult cached(String document, @Nullable String operationName) {
        return operations.getIfPresent(new OperationKey(document, operationName));
    }

    private OperationResult normalise(OperationKey key) {
        return switch (documents.get(key.document(), reader::read)) {
            case DocumentResult.Invalid invalid -> new OperationResult.Refused(invalid.errors());
            case DocumentResult.Valid valid -> select(valid.document(), key.name());
        };
    }

    private OperationResult select(Document document, @Nullable String name) {
        List<OperationDefinition> all = document.getDefinitionsOfType(OperationDefinition.class);
        if (all.isEmpty()) {
            return refused("The document has no operation.");
        }
        if (name == null || name.isEmpty()) {
            return all.size() == 1
                    ? accepted(document, all.getFirst())
                    : refused(
                            "The document has several operations; operationName must name one of " + names(all) + ".");
        }
        return all.stream()
                .filter(operation -> name.equals(operation.getName()))
                .findFirst()
                .map(operation -> accepted(document, operation))
                .orElseGet(() ->
                        refused("The document has no operation named \"" + name + "\"; it has " + names(all) + "."));
    }

    private OperationResult accepted(Document document, OperationDefinition operation) {
        return new OperationResult.Accepted(new OperationNormaliser(schema, document).normalise(operation));
    }

    private static OperationResult refused(String message) {
        return new OperationResult.Refused(List.of(GraphQLError.of(ErrorCode.BAD_USER_INPUT, message)));
    }

    private static String names(List<OperationDefinition> operations) {
        return operations.stream()
                .map(operation -> operation.getName() == null ? "one without a name" : operation.getName())
                .toList()
                .toString();
    }
}
