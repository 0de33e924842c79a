package io.lancang.federation.supergraph;

import graphql.language.Node;
import java.util.Objects;

/** In which lines of the supergraph its parts stand. */
final class SourceLines {
    private SourceLines() {}

    static int of(Node<?> node) {
        return Objects.requireNonNull(node.getSourceLocation(), "the parser notes where each node stands")
                .getLine();
    }
}
