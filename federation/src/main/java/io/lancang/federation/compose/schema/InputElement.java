package io.lancang.federation.compose.schema;

import graphql.language.NonNullType;
import graphql.language.SourceLocation;
import graphql.language.Type;
import graphql.language.Value;
import org.jspecify.annotations.Nullable;

/** An argument of a field or directive, or a field of an input object. */
public record InputElement(
        String name,
        @Nullable String description,
        Type<?> type,
        @Nullable Value<?> defaultValue,
        Directives directives,
        @Nullable SourceLocation location)
        implements Element {

    /** Whether a caller has to give a value. */
    public boolean required() {
        return type instanceof NonNullType && defaultValue == null;
    }
}
