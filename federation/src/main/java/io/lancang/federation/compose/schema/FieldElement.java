package io.lancang.federation.compose.schema;

import graphql.language.SourceLocation;
import graphql.language.Type;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A field of an object or interface. */
public record FieldElement(
        String name,
        @Nullable String description,
        Type<?> type,
        Map<String, InputElement> arguments,
        Directives directives,
        @Nullable SourceLocation location)
        implements WithArguments {

    public FieldElement {
        arguments = Ordered.copy(arguments);
    }

    /** The same field with other directives. */
    public FieldElement withDirectives(Directives other) {
        return new FieldElement(name, description, type, arguments, other, location);
    }
}
