package io.lancang.federation.execute;

import java.util.concurrent.CompletionStage;

/**
 * The engine's only way out. Implementations send {@link SubgraphRequest#body()} and complete with the answer's bytes, or
 * exceptionally with a {@link SubgraphException}. They never block; the stage may complete on any thread.
 */
@FunctionalInterface
public interface SubgraphClient {
    CompletionStage<SubgraphResponse> send(SubgraphRequest request);
}
