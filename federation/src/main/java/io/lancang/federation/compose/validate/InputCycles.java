package io.lancang.federation.compose.validate;

import graphql.language.NonNullType;
import graphql.language.Type;
import graphql.language.TypeName;
import io.lancang.federation.compose.schema.InputElement;
import io.lancang.federation.compose.schema.InputType;
import io.lancang.federation.compose.schema.TypeElement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds input objects of which no value can be written, because each needs another of the same type in it: by fields that
 * must not be null and are no list. Confined to one thread.
 */
public final class InputCycles {

    private final Map<String, TypeElement> types;
    private final List<Step> way = new ArrayList<>();
    private final Set<String> done = new HashSet<>();
    private final List<Cycle> cycles = new ArrayList<>();

    private InputCycles(Map<String, TypeElement> types) {
        this.types = types;
    }

    /**
     * A way from an input object to itself.
     *
     * @param type the input object
     * @param field the field with which the way begins
     * @param path the fields on the way, with dots between them
     */
    public record Cycle(InputType type, InputElement field, String path) {

        /** Where the way begins. */
        public String coordinate() {
            return type.name() + "." + field.name();
        }

        /** What is wrong, and what to do. */
        public String message() {
            return "a value of \"" + type.name() + "\" needs another in its \"" + path
                    + "\", so that none can be written; let a field on the way be null";
        }
    }

    private record Step(InputType type, InputElement field) {}

    /** The cycles among the types, each once. */
    public static List<Cycle> of(Map<String, TypeElement> types) {
        InputCycles search = new InputCycles(types);
        types.keySet().forEach(search::visit);
        return search.cycles;
    }

    private void visit(String name) {
        if (!(types.get(name) instanceof InputType type) || done.contains(name)) {
            return;
        }
        List<String> above = way.stream().map(step -> step.type().name()).toList();
        if (above.contains(name)) {
            note(way.subList(above.indexOf(name), way.size()));
            return;
        }
        for (InputElement field : type.fields().values()) {
            String needed = needed(field.type());
            if (needed != null) {
                way.addLast(new Step(type, field));
                visit(needed);
                way.removeLast();
            }
        }
        done.add(name);
    }

    private void note(List<Step> steps) {
        String path = steps.stream().map(step -> step.field().name()).collect(Collectors.joining("."));
        cycles.add(new Cycle(steps.getFirst().type(), steps.getFirst().field(), path));
    }

    /** The type of a field that every value has; null for others. */
    private static @Nullable String needed(Type<?> type) {
        return type instanceof NonNullType nonNull && nonNull.getType() instanceof TypeName name
                ? name.getName()
                : null;
    }
}
