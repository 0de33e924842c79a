package io.lancang.federation.operation;

import graphql.introspection.Introspection;
import graphql.language.NonNullType;
import graphql.language.TypeName;
import io.lancang.federation.supergraph.TypeNames;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes fields out of an operation that no subgraph is to be asked for, and marks them where the answer shows them. A field of
 * whose value nothing is left is taken out with what it selected, unless that is there but cannot be reached. For one operation.
 */
public final class WithholdFields {
    private final Judge judge;
    private final List<Deferral> deferrals = new ArrayList<>();

    /** Says which fields are taken out. */
    @FunctionalInterface
    public interface Judge {
        /** Why a field is not asked for; null if it is. */
        @Nullable
        Withheld judge(FieldSelection field, Place place);
    }

    /**
     * Where a field stands.
     *
     * @param type of its value
     * @param keys the response keys that lead to it, its own the last
     * @param path these up to the first list
     * @param inList whether a list was among them
     * @param conditions that must hold for it to be selected
     */
    public record Place(String type, List<String> keys, List<Object> path, boolean inList, Conditions conditions) {
        private static Place root(Operation operation) {
            return new Place(operation.rootType(), List.of(), List.of(), false, Conditions.NONE);
        }

        private Place below(FieldSelection field) {
            List<String> longerKeys = new ArrayList<>(keys);
            longerKeys.add(field.responseKey());
            List<Object> longer = new ArrayList<>(path);
            if (!inList) {
                longer.add(field.responseKey());
            }
            return new Place(
                    TypeNames.named(field.type()),
                    longerKeys,
                    longer,
                    inList || field.isList(),
                    conditions.and(field.conditions()));
        }

        private Place inside(FragmentSelection fragment) {
            return new Place(type, keys, path, inList, conditions.and(fragment.conditions()));
        }
    }

    /**
     * An operation of which not everything is asked for.
     *
     * @param shown as the client wrote it, with a mark on each field that is withheld: the answer has them all
     * @param asked without the fields that are withheld: what subgraphs are asked for
     */
    public record Result(Operation shown, Operation asked) {}

    private WithholdFields(Judge judge) {
        this.judge = judge;
    }

    /** The operation without what the judge takes out; fields that are marked already stay out whatever it says. */
    public static Result apply(Operation operation, Judge judge) {
        WithholdFields rule = new WithholdFields(judge);
        Filtered filtered = rule.filter(operation.selections(), Place.root(operation));
        return new Result(
                with(operation, filtered.shown(), operation.deferrals()),
                with(operation, filtered.asked(), rule.deferrals));
    }

    /** @param hidesTypes whether all of a fragment is gone, so that the types for which it was may not be asked for any more */
    private record Filtered(SelectionSet shown, SelectionSet asked, boolean hidesTypes) {}

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
        Withheld withheld = field.withheld() == null ? judge.judge(field, place) : field.withheld();
        if (withheld != null) {
            shown.add(field.withheld(withheld));
            return;
        }
        Filtered below = filter(field.selections(), place);
        boolean emptied = below.asked().isEmpty() && !field.selections().isEmpty();
        boolean present = hasUnreachable(below.shown());
        if (emptied && !present) {
            shown.add(field.with(below.shown()).withheld(new Withheld.Emptied()));
        } else {
            shown.add(field.with(below.shown()));
            asked.add(field.with(emptied || below.hidesTypes() ? withTypename(below.asked(), field) : below.asked()));
        }
    }

    /** Whether the object is shown nevertheless, with a field that nobody can be asked for. */
    private static boolean hasUnreachable(SelectionSet shown) {
        return shown.selections().stream().anyMatch(selection -> switch (selection) {
            case FieldSelection field -> field.withheld() instanceof Withheld.Unreachable;
            case FragmentSelection fragment -> hasUnreachable(fragment.selections());
        });
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
                operation.streams(),
                operation.conditions());
    }
}
