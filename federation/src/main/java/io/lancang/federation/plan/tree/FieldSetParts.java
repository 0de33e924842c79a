package io.lancang.federation.plan.tree;

import graphql.language.Argument;
import graphql.parser.Parser;
import io.lancang.federation.fieldset.FieldSet;
import io.lancang.federation.fieldset.FieldSetSelection;
import io.lancang.federation.plan.graph.PlanGraph;
import io.lancang.federation.plan.graph.TypenameField;
import io.lancang.federation.plan.query.GraphQLText;
import io.lancang.federation.supergraph.TypeNames;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns a key or a {@code @requires} into slots of the merged tree: those of the client where it selects the same field, new
 * ones under names that no client can choose elsewhere.
 */
public final class FieldSetParts {
    private final PlanGraph graph;
    private int nextOrder;

    /**
     * Makes slots after the operation's own.
     *
     * @param firstOrder order of the first slot to make
     */
    public FieldSetParts(PlanGraph graph, int firstOrder) {
        this.graph = graph;
        this.nextOrder = firstOrder;
    }

    /** The parts of a representation for objects of a type at a position. */
    public List<Part> of(FieldSet fields, Position position, String typeName) {
        List<Part> parts = new ArrayList<>();
        for (FieldSetSelection selection : fields.selections()) {
            switch (selection) {
                case FieldSetSelection.Field field ->
                    addField(parts, field, position, typeName, isInFragment(field.name(), fields));
                case FieldSetSelection.Fragment fragment -> addFragment(parts, fragment, position, typeName);
            }
        }
        return parts;
    }

    /** The slot by which a position's runtime types become known. */
    public Slot typename(Position position) {
        return slot(position, position.typeName(), TypenameField.NAME, List.of());
    }

    /** Whether some objects have the field from a fragment as well: JSON has room for it once. */
    private static boolean isInFragment(String field, FieldSet fields) {
        return fields.selections().stream()
                .anyMatch(selection -> selection instanceof FieldSetSelection.Fragment fragment
                        && fragment.selections().contains(field, type -> true));
    }

    private void addField(
            List<Part> parts, FieldSetSelection.Field field, Position position, String typeName, boolean forEachType) {
        if (field.name().equals(TypenameField.NAME)) {
            parts.add(new Part.Value(typename(position), List.of()));
            return;
        }
        if (graph.isAbstract(typeName)
                && (forEachType
                        || !graph.interfaceFields().isUniform(position.typeName(), position.above(), field.name()))) {
            for (String object : graph.type(typeName).possibleTypes()) {
                List<Part> own = new ArrayList<>();
                addField(own, field, position, object, false);
                parts.add(new Part.ForTypes(Set.of(object), own));
            }
            return;
        }
        Slot slot = slot(position, typeName, field.name(), arguments(field));
        Position below = slot.child();
        List<Part> nested = new ArrayList<>();
        if (below != null) {
            if (graph.isAbstract(below.typeName())) {
                nested.add(new Part.Value(typename(below), List.of()));
            }
            nested.addAll(of(field.selections(), below, below.typeName()));
        }
        parts.add(new Part.Value(slot, nested));
    }

    private void addFragment(
            List<Part> parts, FieldSetSelection.Fragment fragment, Position position, String typeName) {
        if (fragment.typeCondition().equals(typeName) || graph.applies(fragment.typeCondition(), typeName)) {
            parts.addAll(of(fragment.selections(), position, typeName));
            return;
        }
        Set<String> types =
                new LinkedHashSet<>(graph.type(fragment.typeCondition()).possibleTypes());
        types.retainAll(graph.type(typeName).possibleTypes());
        for (String object : types) {
            parts.add(new Part.ForTypes(Set.of(object), of(fragment.selections(), position, object)));
        }
    }

    private static List<Argument> arguments(FieldSetSelection.Field field) {
        return field.arguments().entrySet().stream()
                .map(argument -> new Argument(argument.getKey(), Parser.parseValue(argument.getValue())))
                .toList();
    }

    private Slot slot(Position position, String typeName, String name, List<Argument> arguments) {
        String text = GraphQLText.arguments(arguments);
        Slot.Naming naming = new Slot.Naming("$" + name + text, name);
        for (Slot known : position.slots(name)) {
            if (known.isSameField(name, text) && !known.isPresence()) {
                if (known.parentType().equals(typeName)) {
                    return known;
                }
                if (graph.applies(known.parentType(), typeName)) {
                    naming = known.naming();
                }
            }
        }
        if (name.equals(TypenameField.NAME)) {
            naming = new Slot.Naming(TypenameField.NAME, TypenameField.NAME);
        }
        Slot slot = new Slot(position, typeName, name, arguments, naming, nextOrder++, childType(typeName, name));
        position.add(slot);
        return slot;
    }

    private @Nullable String childType(String typeName, String name) {
        if (name.equals(TypenameField.NAME)) {
            return null;
        }
        String type = TypeNames.named(
                Objects.requireNonNull(graph.type(typeName).fields().get(name), typeName + "." + name));
        return graph.isComposite(type) ? type : null;
    }
}
