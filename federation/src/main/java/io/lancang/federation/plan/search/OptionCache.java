package io.lancang.federation.plan.search;

import io.lancang.federation.plan.tree.Position;
import io.lancang.federation.plan.tree.Slot;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the {@link Options} found while the plan does not change. What is found while a field's own requirements are in
 * search holds only as long as that field has no way, so it is forgotten with the end of that search. Owned by one planning
 * run.
 */
final class OptionCache {
    private final PlanState state;
    private final Set<Slot> inProgress = new HashSet<>();
    /** What was found out while each of the slots in progress has no way, the latest on top. */
    private final Deque<Map<Question, Options>> underSuspicion = new ArrayDeque<>();

    /** What is asked for: a position's objects of some runtime type. */
    record Question(Position position, String wantedType, Use use) {}

    OptionCache(PlanState state) {
        this.state = state;
    }

    /** What is known already; null if nothing is. */
    @Nullable
    Options find(Question question) {
        Map<Question, Options> suspended = underSuspicion.peek();
        return suspended == null
                ? state.at(question.position()).options(question.wantedType(), question.use(), state.version())
                : suspended.get(question);
    }

    void note(Question question, Options options) {
        Map<Question, Options> suspended = underSuspicion.peek();
        if (suspended == null) {
            state.at(question.position()).note(question.wantedType(), question.use(), state.version(), options);
        } else {
            suspended.put(question, options);
        }
    }

    /** Begins the search for what a field requires; false if it is in progress, so that the field requires itself. */
    boolean begin(Slot slot) {
        boolean begins = inProgress.add(slot);
        if (begins) {
            underSuspicion.push(new HashMap<>());
        }
        return begins;
    }

    /** Ends the search that was begun last. */
    void end(Slot slot) {
        underSuspicion.pop();
        inProgress.remove(slot);
    }
}
