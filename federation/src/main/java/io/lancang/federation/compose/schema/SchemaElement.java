package io.lancang.federation.compose.schema;

import graphql.language.SourceLocation;
import org.jspecify.annotations.Nullable;

/** What is said about a schema as a whole, its root types apart. */
public record SchemaElement(
        @Nullable String description,
        Directives directives,
        @Nullable SourceLocation location) implements Element {

    @Override
    public String name() {
        return "schema";
    }
}
