package io.lancang.federation.operation.message;

import graphql.language.Node;
import io.lancang.federation.error.SourceLocation;
import java.util.Objects;

/** Where in the text of a document something stands. */
public final class SourcePlaces {
    private SourcePlaces() {}

    /** The place of a node of a document that was parsed. */
    public static SourceLocation of(Node<?> node) {
        return of(Objects.requireNonNull(node.getSourceLocation(), "the parser notes where each node stands"));
    }

    public static SourceLocation of(graphql.language.SourceLocation location) {
        return new SourceLocation(location.getLine(), location.getColumn());
    }
}
