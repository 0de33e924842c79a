package io.lancang.federation.cost;

import io.lancang.federation.operation.Conditions;
import io.lancang.federation.operation.FieldSelection;
import io.lancang.federation.operation.FragmentSelection;
import io.lancang.federation.operation.Selection;
import io.lancang.federation.operation.SelectionSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The selections on one object, put together by the object types to which they apply: a field that is selected more than
 * once for the same types and under the same conditions is one field. One that is selected for overlapping types counts
 * more than once: counting it once would take a look at each combination of types on the way down.
 */
final class Selections {
    private final CostModel model;
    private final Set<String> everyType;
    private final Map<Set<String>, Map<Key, Group>> byTypes = new LinkedHashMap<>();

    private record Key(String responseKey, Conditions conditions) {}

    /**
     * One field of the answer.
     *
     * @param field the first selection of it
     * @param conditions under which it is answered
     * @param below what is selected in it
     */
    record Group(FieldSelection field, Conditions conditions, List<SelectionSet> below) {}

    Selections(CostModel model, String parentType, List<SelectionSet> sets) {
        this.model = model;
        this.everyType = model.possibleTypes(parentType);
        sets.forEach(set -> collect(set, everyType, Conditions.NONE));
    }

    private void collect(SelectionSet set, Set<String> types, Conditions outer) {
        for (Selection selection : set.selections()) {
            Conditions conditions = outer.and(selection.conditions());
            if (!selection.conditions().isEmpty() && conditions.contradictory()) {
                continue;
            }
            switch (selection) {
                case FieldSelection field ->
                    byTypes.computeIfAbsent(types, added -> new LinkedHashMap<>())
                            .computeIfAbsent(
                                    new Key(field.responseKey(), conditions),
                                    added -> new Group(field, conditions, new ArrayList<>()))
                            .below()
                            .add(field.selections());
                case FragmentSelection fragment -> {
                    Set<String> narrowed = narrow(types, model.possibleTypes(fragment.typeCondition()));
                    if (!narrowed.isEmpty()) {
                        collect(fragment.selections(), narrowed, conditions);
                    }
                }
            }
        }
    }

    private static Set<String> narrow(Set<String> types, Set<String> condition) {
        if (condition.containsAll(types)) {
            return types;
        }
        Set<String> both = new HashSet<>(types);
        both.retainAll(condition);
        return both;
    }

    /** Fields that apply to the same types, for each such set of types. */
    List<Collection<Group>> groups() {
        return byTypes.values().stream().map(Map::values).toList();
    }

    /** The indices of the groups that apply to one object type, each combination once. */
    List<int[]> alternatives() {
        List<Set<String>> sets = List.copyOf(byTypes.keySet());
        Set<List<Integer>> combinations = new LinkedHashSet<>();
        for (String type : everyType) {
            List<Integer> indices = new ArrayList<>();
            for (int index = 0; index < sets.size(); index++) {
                if (sets.get(index).contains(type)) {
                    indices.add(index);
                }
            }
            combinations.add(indices);
        }
        return combinations.stream()
                .map(indices -> indices.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }
}
