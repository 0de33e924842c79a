package io.lancang.federation.engine;

import io.lancang.federation.access.Withholding;
import io.lancang.federation.operation.Operation;
import io.lancang.federation.operation.Withheld;
import io.lancang.federation.operation.WithholdFields;
import io.lancang.federation.plan.query.PlanningException;
import io.lancang.federation.plan.query.QueryPlan;
import io.lancang.federation.plan.query.UnreachableFieldException;
import java.util.List;
import java.util.function.Function;

/**
 * An operation with the plan of what can be reached of it. A field that may be null and that no subgraph can be asked for, since
 * the key of its object cannot be had, is answered with null and an error; the rest is answered as if it were not selected.
 *
 * @param shown with a mark on each field that is withheld
 * @param asked without these
 */
record ReachableOperation(Operation shown, Operation asked, QueryPlan plan) {
    /** How many fields may be unreachable: each costs a plan, and whoever selects more has other things to mend. */
    private static final int MOST = 20;

    /**
     * @param planner makes a plan, or throws a {@link PlanningException}
     * @throws PlanningException if there is no plan, or too much is missing from it
     */
    static ReachableOperation of(Withholding withholding, Function<Operation, QueryPlan> planner) {
        WithholdFields.Result current = new WithholdFields.Result(withholding.shown(), withholding.asked());
        for (int left = MOST; ; left--) {
            try {
                return new ReachableOperation(current.shown(), current.asked(), planner.apply(current.asked()));
            } catch (UnreachableFieldException missing) {
                WithholdFields.Result without = without(current.shown(), missing);
                if (left == 0 || !missing.isAnswerable() || without.asked().equals(current.asked())) {
                    throw missing;
                }
                current = without;
            }
        }
    }

    /** Takes the field out where it is selected on that very type; on an interface other objects have it. */
    private static WithholdFields.Result without(Operation shown, UnreachableFieldException missing) {
        List<String> keys = missing.keys();
        return WithholdFields.apply(
                shown,
                (field, place) ->
                        place.keys().equals(keys) && field.parentType().equals(missing.parentType())
                                ? new Withheld.Unreachable(missing.error().message())
                                : null);
    }
}
