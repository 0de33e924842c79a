package io.lancang.gateway.document;

import org.jspecify.annotations.Nullable;

/**
 * A trusted document that its operator has marked as a tool.
 *
 * @param id by which the document is asked for
 * @param document its text
 * @param name of the tool: 1 to 128 letters, digits, {@code _}, {@code -} and {@code .}
 * @param title for people; null if the mark has none
 * @param description for whoever chooses among tools; null if the mark has none
 */
public record TrustedTool(
        String id,
        String document,
        String name,
        @Nullable String title,
        @Nullable String description) {}
