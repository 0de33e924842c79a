package io.lancang.corridor.feature.route;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found, in indexes of the network.
 *
 * @param ways the links of each way, best first
 * @param gap where the network ends, or null if there is a way
 * @param isComplete false if there may be further ways
 */
record RouteFinding(List<List<Integer>> ways, @Nullable Gap gap, boolean isComplete) {
    /**
     * Why there is no way.
     *
     * @param reachFrom places from the beginning to where the network ends
     * @param reachTo places from where it begins again to the end
     * @param missing links between the two that may not be used
     */
    record Gap(List<Integer> reachFrom, List<Integer> reachTo, List<Integer> missing) {}
}
