package io.lancang.federation.compose.schema;

import graphql.language.SourceLocation;
import org.jspecify.annotations.Nullable;

/** A custom scalar. */
public record ScalarType(
        String name,
        @Nullable String description,
        Directives directives,
        @Nullable SourceLocation location) implements TypeElement {

    @Override
    public SdlTypeKind kind() {
        return SdlTypeKind.SCALAR;
    }
}
