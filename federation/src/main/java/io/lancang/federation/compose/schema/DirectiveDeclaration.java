package io.lancang.federation.compose.schema;

import graphql.language.SourceLocation;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A directive's definition. */
public record DirectiveDeclaration(
        String name,
        @Nullable String description,
        Map<String, InputElement> arguments,
        Set<String> locations,
        Repetition repetition,
        @Nullable SourceLocation location) {

    public DirectiveDeclaration {
        arguments = Ordered.copy(arguments);
        locations = Ordered.copy(locations);
    }

    /** Whether a directive may stand on one element more than once. */
    public enum Repetition {
        ONCE,
        REPEATABLE
    }
}
