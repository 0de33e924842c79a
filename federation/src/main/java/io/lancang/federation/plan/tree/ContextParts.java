package io.lancang.federation.plan.tree;

import graphql.language.Type;
import graphql.schema.GraphQLInputObjectType;
import io.lancang.federation.fieldset.FieldSet;
import io.lancang.federation.fieldset.FieldSetSelection;
import io.lancang.federation.plan.graph.PlanGraph;
import io.lancang.federation.sdl.SdlParser;
import io.lancang.federation.supergraph.ContextArgument;
import io.lancang.federation.supergraph.TypeNames;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds where the values of context arguments come from: the nearest object above that sets the context. Which one that is
 * can depend on runtime types, so there may be several places, the nearest first. The object itself is not above itself.
 */
public final class ContextParts {
    private final PlanGraph graph;
    private final FieldSetParts parts;

    public ContextParts(PlanGraph graph, FieldSetParts parts) {
        this.graph = graph;
        this.parts = parts;
    }

    /** The places for objects at a position. None if no object above can set the context: the value is null then. */
    public List<ContextPart> of(ContextArgument argument, Position position) {
        Set<String> setters = graph.supergraph().typesWithContext(argument.context());
        List<ContextPart> found = new ArrayList<>();
        for (Slot slot = position.slot(); slot != null; slot = slot.position().slot()) {
            String typeName = slot.parentType();
            Set<String> possible = graph.type(typeName).possibleTypes();
            Set<String> here = new LinkedHashSet<>(possible);
            here.retainAll(setters);
            for (String type : here) {
                List<Part> typename = possible.size() == 1
                        ? List.of()
                        : List.of(new Part.Value(parts.typename(slot.position()), List.of()));
                found.add(new ContextPart(
                        slot.position(),
                        type,
                        typename,
                        unwrapped(argument, type),
                        parts.of(argument.selection(), slot.position(), type)));
            }
            if (here.size() == possible.size()) {
                break;
            }
        }
        return found;
    }

    /**
     * A leaf is passed on as it is, however deep it is selected. Where the argument is an input object, the first level of the
     * selection whose field is one of the input object's is that object.
     */
    private int unwrapped(ContextArgument argument, String typeName) {
        Set<String> inputFields = inputFields(argument.type());
        int levels = 0;
        FieldSetSelection.Field field = firstField(argument.selection(), typeName);
        while (field != null && !inputFields.contains(field.name())) {
            levels++;
            field = firstField(field.selections(), null);
        }
        return levels;
    }

    private FieldSetSelection.@Nullable Field firstField(FieldSet selection, @Nullable String typeName) {
        for (FieldSetSelection part : selection.selections()) {
            switch (part) {
                case FieldSetSelection.Field field -> {
                    return field;
                }
                case FieldSetSelection.Fragment fragment -> {
                    boolean applies = typeName == null || graph.applies(fragment.typeCondition(), typeName);
                    FieldSetSelection.Field field = applies ? firstField(fragment.selections(), typeName) : null;
                    if (field != null) {
                        return field;
                    }
                }
            }
        }
        return null;
    }

    private Set<String> inputFields(String typeText) {
        Type<?> type = SdlParser.type(typeText);
        Set<String> names = new LinkedHashSet<>();
        if (graph.supergraph().apiSchema().getType(TypeNames.named(type)) instanceof GraphQLInputObjectType input) {
            input.getFieldDefinitions().forEach(field -> names.add(field.getName()));
        }
        return names;
    }
}
