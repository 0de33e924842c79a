package io.lancang.federation.plan.query;

import io.lancang.federation.operation.Conditions;
import java.util.List;

/**
 * One call of {@code _entities}. Its representations are built from the objects at {@code path}, equal ones are sent once,
 * and each answer is merged into every object whose representation it answers. A call that is not needed, or for
 * which no object has a representation, is sent with an empty list, or not at all if that is so for all calls of its fetch.
 *
 * @param path from the root of the merged tree; lists of any depth on the way are flattened
 * @param representations alternatives; the first whose {@code types} contain the object's runtime type is taken, and an
 *     object without one takes no part in the call
 * @param selections on the entity, with fragments by type where the types differ
 * @param when the call is needed where any one of these holds; empty if it always is
 * @param contexts the variables in {@code selections} that are not the client's
 */
public record EntityCall(
        List<PathStep> path,
        List<Representation> representations,
        List<FetchSelection> selections,
        List<Conditions> when,
        List<ContextVariable> contexts) {
    public EntityCall {
        contexts = List.copyOf(contexts);
        path = List.copyOf(path);
        representations = List.copyOf(representations);
        selections = List.copyOf(selections);
        when = List.copyOf(when);
    }

    /** A call whose entities depend on nothing above them. */
    public EntityCall(
            List<PathStep> path,
            List<Representation> representations,
            List<FetchSelection> selections,
            List<Conditions> when) {
        this(path, representations, selections, when, List.of());
    }
}
