package io.lancang.federation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A type of a schema, or a field of one.
 *
 * @param coordinate such as {@code Partner} or {@code Query.partner}
 * @param signature as SDL writes it, on one line: {@code partner(code: ID!): Partner}
 * @param description empty if it has none
 * @param arguments descriptions of its arguments by their names, of those that have one
 * @param deprecated why it should not be used any more; null if it may be
 */
public record SchemaEntry(
        String coordinate,
        String signature,
        String description,
        Map<String, String> arguments,
        @Nullable String deprecated) {}
