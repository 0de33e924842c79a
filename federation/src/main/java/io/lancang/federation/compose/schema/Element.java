package io.lancang.federation.compose.schema;

import graphql.language.SourceLocation;
import org.jspecify.annotations.Nullable;

/** What every element of a schema has. */
public sealed interface Element permits TypeElement, WithArguments, InputElement, EnumValueElement, SchemaElement {

    /** The element's own name, without its parent's. */
    String name();

    /** The description, or null. */
    @Nullable
    String description();

    /** The directives that are applied to it. */
    Directives directives();

    /** Where it was read, or null for an element that composition made. */
    @Nullable
    SourceLocation location();
}
