package io.lancang.federation.plan.assemble;

import graphql.language.Argument;
import io.lancang.federation.operation.Conditions;
import io.lancang.federation.plan.query.FetchSelection;
import io.lancang.federation.plan.tree.Slot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Selections of a request while they are collected: equal fields and fragments become one. Owned by one planning run. */
final class SelectionBuilder {
    private final Map<Object, Entry> entries = new LinkedHashMap<>();

    private sealed interface Entry {
        SelectionBuilder below();

        record Field(FieldKey key, List<Argument> arguments, SelectionBuilder below) implements Entry {}

        record Fragment(FragmentKey key, SelectionBuilder below) implements Entry {}
    }

    private record FieldKey(String alias, String mergeKey, String name, Conditions conditions) {}

    private record FragmentKey(String typeCondition, Conditions conditions) {}

    /** Adds a field, and answers what is selected below it. */
    SelectionBuilder field(String alias, Slot slot, List<Argument> arguments, Conditions conditions) {
        FieldKey key = new FieldKey(alias, slot.mergeKey(), slot.name(), conditions);
        return entries.computeIfAbsent(key, added -> new Entry.Field(key, arguments, new SelectionBuilder()))
                .below();
    }

    /** Adds a fragment, and answers what is selected in it. */
    SelectionBuilder fragment(String typeCondition) {
        FragmentKey key = new FragmentKey(typeCondition, Conditions.NONE);
        return entries.computeIfAbsent(key, added -> new Entry.Fragment(key, new SelectionBuilder()))
                .below();
    }

    List<FetchSelection> build() {
        return build(Set.of());
    }

    /** Leaves out of fragments what stands beside them for all types. */
    private List<FetchSelection> build(Set<Object> besides) {
        List<FetchSelection> selections = new ArrayList<>();
        for (Entry entry : entries.values()) {
            switch (entry) {
                case Entry.Field field -> {
                    if (!field.below().entries.isEmpty() || !besides.contains(field.key())) {
                        selections.add(new FetchSelection.Field(
                                field.key().alias(),
                                field.key().mergeKey(),
                                field.key().name(),
                                field.arguments(),
                                field.key().conditions(),
                                field.below().build()));
                    }
                }
                case Entry.Fragment fragment -> {
                    List<FetchSelection> inside = fragment.below().build(entries.keySet());
                    if (!inside.isEmpty()) {
                        selections.add(new FetchSelection.Fragment(
                                fragment.key().typeCondition(), fragment.key().conditions(), inside));
                    }
                }
            }
        }
        return selections;
    }
}
