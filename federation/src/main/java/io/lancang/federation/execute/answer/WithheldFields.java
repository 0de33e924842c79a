package io.lancang.federation.execute.answer;

import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.operation.Conditions;
import io.lancang.federation.operation.FieldSelection;
import io.lancang.federation.operation.Selection;
import io.lancang.federation.operation.SelectionSet;
import io.lancang.federation.operation.Withheld;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What the answer says of a field that no subgraph was asked for. */
final class WithheldFields {
    private static final int MAXIMUM_DENIALS = 10;

    private WithheldFields() {}

    /**
     * Whether a field is withheld, given the selections under its response key: if one of them is denied or cannot be reached, or
     * if there is nothing left of any of them. Where one of them has something left, the others are answered with it.
     */
    static boolean areWithheld(List<FieldSelection> selections) {
        return selections.stream()
                        .anyMatch(field -> field.withheld() instanceof Withheld.Denied
                                || field.withheld() instanceof Withheld.Unreachable)
                || selections.stream().allMatch(field -> field.withheld() instanceof Withheld.Emptied);
    }

    /**
     * Which fields have no value: that field itself, or those below of which nothing was left.
     *
     * @param conditions which conditions hold
     */
    static List<Completion.Denial> denials(List<FieldSelection> selections, Predicate<Conditions> conditions) {
        Set<Completion.Denial> found = new LinkedHashSet<>();
        for (FieldSelection field : selections) {
            collect(field, List.of(), false, conditions, found);
        }
        return List.copyOf(found);
    }

    private static void collect(
            FieldSelection field,
            List<String> path,
            boolean inList,
            Predicate<Conditions> conditions,
            Set<Completion.Denial> found) {
        switch (field.withheld()) {
            case Withheld.Denied denied -> {
                String reason = denied.reason();
                if (reason != null && found.size() < MAXIMUM_DENIALS) {
                    found.add(new Completion.Denial(path, ErrorCode.UNAUTHORIZED_FIELD_OR_TYPE, reason));
                }
            }
            case Withheld.Unreachable unreachable ->
                found.add(new Completion.Denial(path, ErrorCode.SATISFIABILITY_ERROR, unreachable.reason()));
            case Withheld.Emptied emptied ->
                below(field.selections(), path, inList || field.isList(), conditions, found);
            case null -> {
                // Asked for; whoever withholds it says why.
            }
        }
    }

    private static void below(
            SelectionSet selections,
            List<String> path,
            boolean inList,
            Predicate<Conditions> conditions,
            Set<Completion.Denial> found) {
        for (Selection selection : selections.selections()) {
            if (conditions.test(selection.conditions())) {
                if (selection instanceof FieldSelection field) {
                    List<String> longer = new ArrayList<>(path);
                    if (!inList) {
                        longer.add(field.responseKey());
                    }
                    collect(field, longer, inList, conditions, found);
                } else {
                    below(selection.selections(), path, inList, conditions, found);
                }
            }
        }
    }
}
