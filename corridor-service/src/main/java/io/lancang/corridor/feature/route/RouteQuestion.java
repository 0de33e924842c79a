package io.lancang.corridor.feature.route;

import io.lancang.corridor.ground.fact.Mode;
import io.lancang.corridor.ground.fact.Status;
import io.lancang.corridor.ground.search.Optimise;
import io.lancang.corridor.ground.travel.TravelModel;
import java.util.BitSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a network, arguments checked.
 *
 * @param from index of the place to begin at
 * @param to index of the place to end at
 * @param modes the modes that may be used
 * @param statuses the statuses that may be used
 * @param avoided whether a place must not be passed, by place
 * @param optimise what makes a way better
 * @param alternatives how many ways at most
 * @param overlap the share of a way's kilometres that it may have in common with a better one; 1 for any way that passes other places
 * @param travel what travelling takes
 * @param closed links that must not be used; null for none
 */
public record RouteQuestion(
        int from,
        int to,
        Set<Mode> modes,
        Set<Status> statuses,
        boolean[] avoided,
        Optimise optimise,
        int alternatives,
        double overlap,
        TravelModel travel,
        @Nullable BitSet closed) {}
