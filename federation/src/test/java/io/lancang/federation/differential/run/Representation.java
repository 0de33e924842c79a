package io.lancang.federation.differential.run;

import io.lancang.federation.differential.schema.Schema;
import io.lancang.federation.fieldset.FieldSet;
import io.lancang.federation.fieldset.FieldSetSelection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a representation says. */
final class Representation {
    private final Schema whole;

    private Representation(Schema whole) {
        this.whole = whole;
    }

    /** Whether every field of a key is there. */
    static boolean holds(Map<?, ?> representation, FieldSet key) {
        return key.selections().stream()
                .allMatch(selection -> selection instanceof FieldSetSelection.Field field
                        && representation.containsKey(field.name())
                        && holdsBelow(representation.get(field.name()), field.selections()));
    }

    private static boolean holdsBelow(@Nullable Object value, FieldSet key) {
        return switch (value) {
            case Map<?, ?> object -> holds(object, key);
            case List<?> items -> items.stream().allMatch(item -> holdsBelow(item, key));
            case null -> true;
            default -> key.isEmpty();
        };
    }

    /**
     * The selected fields, of fragments those that are there.
     *
     * @param whole tells which types are which
     * @throws IllegalArgumentException if a field outside of fragments is missing
     */
    static Map<String, @Nullable Object> select(Map<?, ?> representation, FieldSet fields, Schema whole) {
        Map<String, @Nullable Object> selected = new LinkedHashMap<>();
        new Representation(whole).collect(representation, fields, true, selected);
        return selected;
    }

    private void collect(
            Map<?, ?> representation, FieldSet fields, boolean certain, Map<String, @Nullable Object> selected) {
        for (FieldSetSelection selection : fields.selections()) {
            switch (selection) {
                case FieldSetSelection.Fragment fragment -> {
                    if (canBe(representation, fragment.typeCondition())) {
                        collect(representation, fragment.selections(), false, selected);
                    }
                }
                case FieldSetSelection.Field field -> {
                    if (representation.containsKey(field.name())) {
                        selected.put(field.name(), below(representation.get(field.name()), field.selections()));
                    } else if (certain) {
                        throw new IllegalArgumentException(
                                "the representation " + representation + " lacks " + field.name());
                    }
                }
            }
        }
    }

    /** An object that does not say its type may be any. */
    private boolean canBe(Map<?, ?> representation, String condition) {
        Object type = representation.get("__typename");
        Set<String> objects = whole.objects(condition);
        return type == null
                || objects.contains(type.toString())
                || whole.objects(type.toString()).stream().anyMatch(objects::contains);
    }

    private @Nullable Object below(@Nullable Object value, FieldSet fields) {
        return switch (value) {
            case Map<?, ?> object when !fields.isEmpty() -> select(object, fields, whole);
            case List<?> items
            when !fields.isEmpty() -> {
                List<@Nullable Object> all = new ArrayList<>();
                items.forEach(item -> all.add(below(item, fields)));
                yield all;
            }
            case null -> null;
            default -> value;
        };
    }
}
