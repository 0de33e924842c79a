package io.lancang.federation.execute.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells which subgraphs values are from, where something is wrong with them. */
public interface Origins {
    /** The subgraph that sent a buffer of the tree. */
    String ofBuffer(int buffer);

    /**
     * The subgraph that is asked for what is at a place of the tree; null where several are, or none.
     *
     * @param slots from the root to the place; a list takes none
     */
    @Nullable
    String ofPlace(List<Integer> slots);
}
