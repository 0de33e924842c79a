package io.lancang.federation.differential;

import io.lancang.federation.differential.run.Difference;
import io.lancang.federation.differential.run.Federation;
import io.lancang.federation.differential.run.Query;
import io.lancang.federation.differential.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A difference, with all that is needed to see it again.
 *
 * @param query null if the subgraphs do not even compose
 */
record Finding(long seed, Federation federation, @Nullable Query query, Difference difference) {
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("seed " + seed + ": " + difference.kind() + "\n");
        for (Schema subgraph : federation.subgraphs()) {
            text.append("\n--- subgraph ").append(subgraph.name()).append('\n').append(subgraph.sdl());
        }
        if (query != null) {
            text.append("\n--- data\n").append(federation.data()).append('\n');
            text.append("\n--- query\n").append(query).append('\n');
        }
        return text + "\n--- difference\n" + difference.explanation();
    }
}
