package io.lancang.corridor.feature.route;

import java.util.List;

/**
 * A way that was found in a network, in its indexes.
 *
 * @param from the place that it begins at
 * @param links its links in the order of travel
 */
public record FoundWay(int from, List<Integer> links) {
    /** Copies the list. */
    public FoundWay {
        links = List.copyOf(links);
    }
}
