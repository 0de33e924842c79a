package io.lancang.federation.testing;

import io.lancang.federation.SubgraphDefinition;
import io.lancang.federation.compose.Composition;
import io.lancang.federation.compose.CompositionResult;
import io.lancang.federation.supergraph.Supergraph;
import java.util.List;

/** Supergraphs of subgraphs in memory. */
public final class TestSupergraph {
    private TestSupergraph() {}

    /** Composes what the subgraphs publish. */
    public static Supergraph of(TestSubgraph... subgraphs) {
        return Supergraph.parse(sdlOf(subgraphs));
    }

    /** The SDL of what the subgraphs publish, composed. */
    public static String sdlOf(TestSubgraph... subgraphs) {
        List<SubgraphDefinition> definitions = List.of(subgraphs).stream()
                .map(subgraph -> new SubgraphDefinition(subgraph.name(), "http://" + subgraph.name(), subgraph.sdl()))
                .toList();
        return switch (Composition.compose(definitions)) {
            case CompositionResult.Success success -> success.supergraphSdl();
            case CompositionResult.Failure failure ->
                throw new IllegalArgumentException(failure.errors().toString());
        };
    }
}
