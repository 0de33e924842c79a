package io.lancang.federation.access;

import graphql.introspection.Introspection;
import graphql.language.NonNullType;
import graphql.language.TypeName;
import io.lancang.federation.operation.Conditions;
import io.lancang.federation.operation.Deferral;
import io.lancang.federation.operation.FieldSelection;
import io.lancang.federation.operation.FragmentSelection;
import io.lancang.federation.operation.Operation;
import io.lancang.federation.operation.Selection;
import io.lancang.federation.operation.SelectionSet;
import io.lancang.federation.operation.Withheld;
import io.lancang.federation.supergraph.Requirement;
import io.lancang.federation.supergraph.TypeNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of an operation what a client may not see. A field of whose value nothing is left is taken out with what it
 * selected, a mutation among them: who may not see anything of what it answers gets an error, and it is not run. For one operation.
 */
public final class AccessFilter {
    /** How many denied fields are kept by name; who has more than these has a client to mend first. */
    private static final int MAX_DENIALS = 50;

    private final AccessRules rules;
    private final Set<Requirement> missing;
    private final AccessOptions options;
    /** One text for each reason, however many fields have it. */
    private final Map<String, String> reasons = new HashMap<>();

    private final List<Withholding.Denial> denials = new ArrayList<>();
    private final List<Deferral> deferrals = new ArrayList<>();

    private AccessFilter(AccessRules rules, Set<Requirement> missing, AccessOptions options) {
        this.rules = rules;
        this.missing = missing;
        this.options = options;
    }

    /**
     * The operation for a client.
     *
     * @param missing the requirements that the client does not fulfil
     */
    public static Withholding apply(
            Operation operation, AccessRules rules, Set<Requirement> missing, AccessOptions options) {
        AccessFilter filter = new AccessFilter(rules, missing, options);
        Filtered filtered = filter.filter(
                operation.selections(), new Place(operation.rootType(), List.of(), false, Conditions.NONE));
        return new Withholding(
                with(operation, filtered.shown(), operation.deferrals()),
                with(operation, filtered.asked(), filter.deferrals),
                filter.denials);
    }

    /** @param hidesTypes whether all of a fragment is gone, so that the types for which it was may not be asked for any more */
    private record Filtered(SelectionSet shown, SelectionSet asked, boolean hidesTypes) {}

    /** Where a selection stands: in a field of which type, under which response keys, in a list or not, and if what holds. */
    private record Place(String type, List<Object> path, boolean inList, Conditions conditions) {
        Place below(FieldSelection field) {
            List<Object> longer = new ArrayList<>(path);
            if (!inList) {
                longer.add(field.responseKey());
            }
            return new Place(
                    TypeNames.named(field.type()),
                    longer,
                    inList || field.isList(),
                    conditions.and(field.conditions()));
        }

        Place inside(FragmentSelection fragment) {
            return new Place(type, path, inList, conditions.and(fragment.conditions()));
        }
    }

    private Filtered filter(SelectionSet selections, Place place) {
        List<Selection> shown = new ArrayList<>();
        List<Selection> asked = new ArrayList<>();
        boolean hidesTypes = false;
        for (Selection selection : selections.selections()) {
            switch (selection) {
                case FieldSelection field -> filter(field, place.below(field), shown, asked);
                case FragmentSelection fragment -> hidesTypes |= filter(fragment, place.inside(fragment), shown, asked);
            }
        }
        return new Filtered(new SelectionSet(shown), new SelectionSet(asked), hidesTypes);
    }

    private void filter(FieldSelection field, Place place, List<Selection> shown, List<Selection> asked) {
        String reason = reason(field);
        if (reason != null) {
            shown.add(field.withheld(new Withheld.Denied(options.reported() ? reason : null)));
            if (denials.size() < MAX_DENIALS) {
                denials.add(new Withholding.Denial(place.path(), place.conditions(), reason));
            }
            return;
        }
        Filtered below = filter(field.selections(), place);
        if (below.asked().isEmpty() && !field.selections().isEmpty()) {
            shown.add(field.with(below.shown()).withheld(new Withheld.Emptied()));
        } else {
            shown.add(field.with(below.shown()));
            asked.add(field.with(below.hidesTypes() ? withTypename(below.asked(), field) : below.asked()));
        }
    }

    /** @return whether the types for which the fragment is may not be asked for any more */
    private boolean filter(FragmentSelection fragment, Place place, List<Selection> shown, List<Selection> asked) {
        Deferral deferral = fragment.deferral();
        int before = deferrals.size();
        if (deferral != null) {
            deferrals.add(deferral);
        }
        Filtered below = filter(fragment.selections(), place);
        shown.add(new FragmentSelection(fragment.typeCondition(), fragment.conditions(), deferral, below.shown()));
        if (below.asked().isEmpty()) {
            deferrals.subList(before, deferrals.size()).clear();
            return !fragment.typeCondition().equals(place.type());
        }
        asked.add(new FragmentSelection(fragment.typeCondition(), fragment.conditions(), deferral, below.asked()));
        return below.hidesTypes();
    }

    /** Why a client may not see a field; null if it may. */
    private @Nullable String reason(FieldSelection field) {
        Set<String> needs = new TreeSet<>();
        for (Requirement requirement : rules.of(field)) {
            if (missing.contains(requirement)) {
                needs.add(requirement.need());
            }
        }
        return needs.isEmpty()
                ? null
                : reasons.computeIfAbsent(
                        "The field " + field.parentType() + "." + field.name() + " is withheld. It needs "
                                + String.join(", and ", needs)
                                + ". Send a token that grants this, or leave the field out.",
                        text -> text);
    }

    /** The answer shows by an object's type which of the withheld fields it would have, so its type is asked for. */
    private static SelectionSet withTypename(SelectionSet asked, FieldSelection field) {
        String typename = Introspection.TypeNameMetaFieldDef.getName();
        List<Selection> more = new ArrayList<>(asked.selections());
        more.add(new FieldSelection(
                typename,
                typename,
                TypeNames.named(field.type()),
                new NonNullType(new TypeName("String")),
                List.of(),
                Conditions.NONE,
                SelectionSet.EMPTY));
        return new SelectionSet(more);
    }

    private static Operation with(Operation operation, SelectionSet selections, List<Deferral> deferrals) {
        return new Operation(
                operation.type(),
                operation.name(),
                operation.variables(),
                operation.rootType(),
                selections,
                deferrals,
                operation.conditions());
    }
}
