package io.lancang.federation.operation;

import graphql.language.Node;
import io.lancang.federation.error.SourceLocation;
import java.util.Objects;

/** Where in the text of a document something stands. */
final class SourcePlaces {
    private SourcePlaces() {}

    /** The place of a node of a document that was parsed. */
    static SourceLocation of(Node<?> node) {
        return of(Objects.requireNonNull(node.getSourceLocation(), "the parser notes where each node stands"));
    }

    static SourceLocation of(graphql.language.SourceLocation location) {
        return new SourceLocation(location.getLine(), location.getColumn());
    }
}
