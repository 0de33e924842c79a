package io.lancang.federation.plan.tree;

import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.operation.Conditions;
import io.lancang.federation.plan.query.PlanningException;
import java.util.ArrayList;
import java.util.List;

/**
 * When a value is needed: where any one of its conditions holds. A condition that is implied by a weaker one is dropped, so
 * that a value needed without condition has that one demand only. Owned by one planning run.
 */
public final class Demand {
    /** Alternatives are compared pair by pair. */
    private static final int MAX_ALTERNATIVES = 256;

    private final List<Conditions> alternatives = new ArrayList<>();

    static Demand of(Conditions conditions) {
        Demand demand = new Demand();
        demand.add(conditions);
        return demand;
    }

    /** Whether the demand grew. */
    public boolean add(Conditions conditions) {
        if (covers(conditions)) {
            return false;
        }
        alternatives.removeIf(stronger -> implies(stronger, conditions));
        if (alternatives.size() >= MAX_ALTERNATIVES) {
            throw new PlanningException(
                    ErrorCode.LIMIT_EXCEEDED,
                    "Something is selected under more than " + MAX_ALTERNATIVES
                            + " combinations of @include and @skip. Use fewer variables in conditions.");
        }
        alternatives.add(conditions);
        return true;
    }

    public void addAll(Demand other) {
        other.alternatives.forEach(this::add);
    }

    boolean covers(Conditions conditions) {
        return alternatives.stream().anyMatch(weaker -> implies(conditions, weaker));
    }

    public boolean coversAll(Demand other) {
        return other.alternatives.stream().allMatch(this::covers);
    }

    public List<Conditions> alternatives() {
        return alternatives;
    }

    /** The conditions of which one must hold; empty if the value is always needed. */
    public List<Conditions> when() {
        return covers(Conditions.NONE) ? List.of() : List.copyOf(alternatives);
    }

    /** The conditions that all alternatives share. */
    public Conditions common() {
        Conditions common = alternatives.isEmpty() ? Conditions.NONE : alternatives.getFirst();
        for (Conditions alternative : alternatives) {
            common = common.shared(alternative);
        }
        return common;
    }

    /** Whether wherever the stronger conditions hold the weaker ones do. */
    public static boolean implies(Conditions stronger, Conditions weaker) {
        return stronger.include().containsAll(weaker.include())
                && stronger.skip().containsAll(weaker.skip());
    }
}
