package io.lancang.federation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One operation as a function, for callers who know no GraphQL.
 *
 * @param name that the document gives it; null if it gives none
 * @param description by its author, or of the root fields that it asks for; may be empty
 * @param variables what it takes, as a JSON Schema (2020-12) of the object of its variables
 * @param answer what it answers with, as a JSON Schema (2020-12) of a whole response that has no errors
 */
public record OperationDescription(
        OperationType type,
        @Nullable String name,
        String description,
        Map<String, Object> variables,
        Map<String, Object> answer) {}
