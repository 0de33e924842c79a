package io.lancang.corridor.route;

import io.lancang.corridor.fact.Mode;
import io.lancang.corridor.fact.Status;
import java.util.Set;

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
 */
record RouteQuestion(
        int from,
        int to,
        Set<Mode> modes,
        Set<Status> statuses,
        boolean[] avoided,
        Optimise optimise,
        int alternatives) {}
