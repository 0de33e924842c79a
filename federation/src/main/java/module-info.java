import org.jspecify.annotations.NullMarked;

/**
 * Composes, plans and executes Apollo Federation 2. What is exported keeps its promises from one minor version to the next; all
 * other packages are the engine's own.
 */
@NullMarked
module io.lancang.federation {
    exports io.lancang.federation;
    exports io.lancang.federation.compose;
    exports io.lancang.federation.compose.problem;
    exports io.lancang.federation.engine;
    exports io.lancang.federation.error;
    exports io.lancang.federation.json;
    exports io.lancang.federation.supergraph;

    requires com.fasterxml.jackson.core;
    requires com.github.benmanes.caffeine;
    requires com.graphqljava;
    // Annotations, which nobody reads when it runs.
    requires static transitive org.jspecify;
    // The command lines, which are run from the sources and are in no jar.
    requires static java.net.http;
}
