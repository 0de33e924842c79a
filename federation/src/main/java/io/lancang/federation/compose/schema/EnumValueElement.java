package io.lancang.federation.compose.schema;

import graphql.language.SourceLocation;
import org.jspecify.annotations.Nullable;

/** A value of an enum. */
public record EnumValueElement(
        String name,
        @Nullable String description,
        Directives directives,
        @Nullable SourceLocation location) implements Element {}
