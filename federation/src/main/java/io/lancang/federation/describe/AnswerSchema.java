package io.lancang.federation.describe;

import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The answer to an operation as JSON Schema: which names it has, what of them may be missing and what may be null. Says less where it
 * cannot be sure: of a scalar of the graph's own, and of a name that stands for different fields in different types.
 */
final class AnswerSchema {
    private static final String TYPE = "type";

    private final GraphQLSchema schema;
    private final Document document;

    AnswerSchema(GraphQLSchema schema, Document document) {
        this.schema = schema;
        this.document = document;
    }

    /** @param selections of the operation */
    Map<String, Object> of(GraphQLObjectType root, SelectionSet selections) {
        Map<String, Object> response = new LinkedHashMap<>();
        response.put(TYPE, "object");
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("data", object(root, List.of(selections)));
        properties.put("extensions", Map.of(TYPE, "object"));
        response.put("properties", properties);
        response.put("required", List.of("data"));
        return response;
    }

    /** What is known of one name of an answer. */
    private static final class Slot {
        private final List<SelectionSet> selections = new ArrayList<>();
        private final List<GraphQLType> types = new ArrayList<>();
        private boolean isAlwaysThere;
    }

    private Map<String, Object> object(GraphQLNamedType type, List<SelectionSet> selections) {
        Map<String, Slot> slots = new LinkedHashMap<>();
        selections.forEach(each -> collect(type, each, true, slots));
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        slots.forEach((name, slot) -> {
            properties.put(name, of(slot));
            if (slot.isAlwaysThere) {
                required.add(name);
            }
        });
        Map<String, Object> object = new LinkedHashMap<>();
        object.put(TYPE, "object");
        object.put("properties", properties);
        if (!required.isEmpty()) {
            object.put("required", required);
        }
        return object;
    }

    private void collect(GraphQLNamedType type, SelectionSet selections, boolean isSure, Map<String, Slot> slots) {
        for (Selection<?> selection : selections.getSelections()) {
            switch (selection) {
                case Field field -> add(type, field, isSure && isUnconditional(field), slots);
                case InlineFragment fragment ->
                    collectIn(
                            type,
                            fragment.getTypeCondition(),
                            fragment.getSelectionSet(),
                            isSure && isUnconditional(fragment),
                            slots);
                case FragmentSpread spread -> {
                    FragmentDefinition fragment = fragment(spread.getName());
                    collectIn(
                            type,
                            fragment.getTypeCondition(),
                            fragment.getSelectionSet(),
                            isSure && isUnconditional(spread),
                            slots);
                }
                default -> throw new IllegalStateException("no selection of GraphQL: " + selection);
            }
        }
    }

    private void collectIn(
            GraphQLNamedType type,
            @Nullable TypeName condition,
            SelectionSet selections,
            boolean isSure,
            Map<String, Slot> slots) {
        GraphQLNamedType inside = condition == null ? type : named(condition.getName());
        collect(inside, selections, isSure && contains(inside, type), slots);
    }

    /** Whether each object of one type is of another. */
    private boolean contains(GraphQLNamedType all, GraphQLNamedType some) {
        return all.getName().equals(some.getName())
                || (all instanceof GraphQLInterfaceType parent
                        && some instanceof GraphQLObjectType object
                        && schema.isPossibleType(parent, object));
    }

    private FragmentDefinition fragment(String name) {
        return document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a valid document has the fragment " + name));
    }

    private GraphQLNamedType named(String name) {
        return (GraphQLNamedType) Objects.requireNonNull(schema.getType(name), name);
    }

    private static boolean isUnconditional(DirectivesContainer<?> container) {
        return container.getDirectives().stream()
                .map(Directive::getName)
                .noneMatch(name -> name.equals("skip") || name.equals("include"));
    }

    private void add(GraphQLNamedType parent, Field field, boolean isSure, Map<String, Slot> slots) {
        Slot slot = slots.computeIfAbsent(field.getResultKey(), name -> new Slot());
        slot.isAlwaysThere |= isSure;
        if (field.getSelectionSet() != null) {
            slot.selections.add(field.getSelectionSet());
        }
        GraphQLFieldDefinition definition = parent instanceof GraphQLFieldsContainer container
                ? container.getFieldDefinition(field.getName())
                : null;
        // Without a definition it is __typename: introspection has types of its own, and is no tool's answer.
        slot.types.add(
                definition == null
                        ? GraphQLNonNull.nonNull(named(graphql.Scalars.GraphQLString.getName()))
                        : definition.getType());
    }

    private Map<String, Object> of(Slot slot) {
        String first = GraphQLTypeUtil.simplePrint(slot.types.getFirst());
        boolean isOne = slot.types.stream().map(GraphQLTypeUtil::simplePrint).allMatch(first::equals);
        return isOne ? of(slot.types.getFirst(), slot.selections, true) : Map.of();
    }

    private Map<String, Object> of(GraphQLType type, List<SelectionSet> selections, boolean mayBeNull) {
        Map<String, Object> of = switch (type) {
            case GraphQLNonNull nonNull -> of(nonNull.getWrappedType(), selections, false);
            case GraphQLList list -> Ordered.of(TYPE, "array", "items", of(list.getWrappedType(), selections, true));
            case GraphQLCompositeType composite -> object(composite, selections);
            case GraphQLEnumType each -> Ordered.of(TYPE, "string");
            case GraphQLScalarType scalar -> {
                String json = Scalars.outputType(scalar);
                yield json.isEmpty() ? new LinkedHashMap<>() : Ordered.of(TYPE, json);
            }
            default -> throw new IllegalStateException("no output type: " + type);
        };
        if (mayBeNull && !(type instanceof GraphQLNonNull) && of.get(TYPE) instanceof String json) {
            of.put(TYPE, List.of(json, "null"));
        }
        return of;
    }
}
