package io.lancang.federation.operation;

import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import io.lancang.federation.OperationLimits;
import io.lancang.federation.SchemaDisclosure;
import io.lancang.federation.budget.TimeBudget;
import io.lancang.federation.cache.WeighedCache;
import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.error.GraphQLError;
import io.lancang.federation.operation.document.DocumentReader;
import io.lancang.federation.operation.document.DocumentResult;
import io.lancang.federation.operation.message.Shortened;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the operation that a client asks for, and remembers it: one cache from text to validated document, one from text
 * and name to normalised operation. Refusals are remembered as well, so that a client that repeats a broken query costs no
 * more than one that repeats a good one; but not that there was not enough time, which says nothing about the next attempt.
 * Both caches are bounded by the bytes they hold. Safe for concurrent use.
 */
public final class Operations {
    private static final int MAX_NAMES = 20;

    private final OperationNormaliser normaliser;
    private final DocumentReader reader;
    private final WeighedCache<String, DocumentResult> documents;
    private final WeighedCache<OperationKey, OperationResult> operations;

    private record OperationKey(String document, @Nullable String name) {
        long bytes() {
            return TextWeight.of(document) + (name == null ? 0 : TextWeight.of(name));
        }
    }

    /**
     * Starts with empty caches, and discloses the whole schema.
     *
     * @param cachedBytes bound of each of the two caches
     */
    public Operations(GraphQLSchema apiSchema, OperationLimits limits, long cachedBytes) {
        this(apiSchema, limits, SchemaDisclosure.DEFAULT, cachedBytes, cachedBytes);
    }

    /**
     * Starts with empty caches.
     *
     * @param documentBytes bound of the cache of documents
     * @param operationBytes bound of the cache of operations
     */
    public Operations(
            GraphQLSchema apiSchema,
            OperationLimits limits,
            SchemaDisclosure disclosure,
            long documentBytes,
            long operationBytes) {
        normaliser = new OperationNormaliser(apiSchema);
        reader = new DocumentReader(apiSchema, limits, disclosure);
        documents =
                new WeighedCache<>(documentBytes, (text, result) -> TextWeight.of(text) + DocumentWeight.of(result));
        operations = new WeighedCache<>(operationBytes, (key, result) -> key.bytes() + OperationWeight.of(result));
    }

    /** As {@link #find(String, String, TimeBudget)}, whatever time it takes. */
    public OperationResult find(String document, @Nullable String operationName) {
        return find(document, operationName, TimeBudget.unlimited());
    }

    /**
     * The operation of that name, from the caches if it was asked for before.
     *
     * @param operationName which operation of the document; null if there is only one
     * @throws io.lancang.federation.budget.OutOfTimeException if that takes too long
     */
    public OperationResult find(String document, @Nullable String operationName, TimeBudget budget) {
        OperationKey key = new OperationKey(document, operationName);
        OperationResult known = operations.find(key);
        return known == null ? operations.keep(key, normalise(key, budget)) : known;
    }

    /** As {@link #find}, but null if the caches do not have it. Takes no time. */
    public @Nullable OperationResult cached(String document, @Nullable String operationName) {
        return operations.find(new OperationKey(document, operationName));
    }

    /** What both caches hold, in bytes, estimated. */
    public long bytes() {
        return documents.bytes() + operations.bytes();
    }

    private OperationResult normalise(OperationKey key, TimeBudget budget) {
        return switch (document(key.document(), budget)) {
            case DocumentResult.Invalid invalid -> new OperationResult.Refused(invalid.errors());
            case DocumentResult.Valid valid -> select(valid.document(), key.name(), budget);
        };
    }

    private DocumentResult document(String text, TimeBudget budget) {
        DocumentResult known = documents.find(text);
        return known == null ? documents.keep(text, reader.read(text, budget)) : known;
    }

    private OperationResult select(Document document, @Nullable String name, TimeBudget budget) {
        List<OperationDefinition> all = document.getDefinitionsOfType(OperationDefinition.class);
        if (all.isEmpty()) {
            return refused("The document has no operation.");
        }
        if (name == null || name.isEmpty()) {
            return all.size() == 1
                    ? accepted(document, all.getFirst(), budget)
                    : refused(
                            "The document has several operations; operationName must name one of " + names(all) + ".");
        }
        return all.stream()
                .filter(operation -> name.equals(operation.getName()))
                .findFirst()
                .map(operation -> accepted(document, operation, budget))
                .orElseGet(() -> refused("The document has no operation named \"" + Shortened.quote(name, 60)
                        + "\"; it has " + names(all) + "."));
    }

    private OperationResult accepted(Document document, OperationDefinition operation, TimeBudget budget) {
        return new OperationResult.Accepted(normaliser.normalise(document, operation, budget));
    }

    private static OperationResult refused(String message) {
        return new OperationResult.Refused(List.of(GraphQLError.of(ErrorCode.BAD_USER_INPUT, message)));
    }

    private static String names(List<OperationDefinition> operations) {
        List<String> names = operations.stream()
                .limit(MAX_NAMES)
                .map(operation -> operation.getName() == null ? "one without a name" : operation.getName())
                .toList();
        return operations.size() > MAX_NAMES ? "among others " + names : names.toString();
    }
}
