package io.lancang.federation.check;

import static java.util.Objects.requireNonNull;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.EnumValue;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.Type;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import io.lancang.federation.operation.Implementations;
import io.lancang.federation.operation.document.OperationRootTypes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a valid document uses of a schema.
 *
 * <p>A field of an interface is one of each type that implements it as well. What a variable holds is not known, so that all of its type counts
 * as used; of what is written into the document only that.
 */
public final class UsedCoordinates {
    private final GraphQLSchema schema;
    private final Set<SchemaCoordinate> used = new TreeSet<>();
    private final Set<String> fragmentsSeen = new HashSet<>();
    private final Document document;

    private UsedCoordinates(GraphQLSchema schema, Document document) {
        this.schema = schema;
        this.document = document;
    }

    /**
     * As texts, of a document as a client sends it.
     *
     * @param document valid in the schema
     */
    public static Set<String> of(GraphQLSchema schema, String document) {
        return of(schema, Parser.parse(document)).stream()
                .map(SchemaCoordinate::toString)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @param document valid in the schema */
    static Set<SchemaCoordinate> of(GraphQLSchema schema, Document document) {
        UsedCoordinates coordinates = new UsedCoordinates(schema, document);
        document.getDefinitionsOfType(OperationDefinition.class).forEach(coordinates::addOperation);
        return coordinates.used;
    }

    private void addOperation(OperationDefinition operation) {
        for (VariableDefinition variable : operation.getVariableDefinitions()) {
            addWholly(type(nameOf(variable.getType())));
            addDirectives(variable);
        }
        addDirectives(operation);
        addSelections(
                requireNonNull(OperationRootTypes.of(schema, operation), "the document is valid"),
                operation.getSelectionSet());
    }

    private static String nameOf(Type<?> type) {
        return switch (type) {
            case graphql.language.ListType list -> nameOf(list.getType());
            case graphql.language.NonNullType nonNull -> nameOf(nonNull.getType());
            default -> ((graphql.language.TypeName) type).getName();
        };
    }

    private void addSelections(GraphQLNamedType parent, @Nullable SelectionSet selections) {
        addObjects(parent);
        if (selections == null) {
            return;
        }
        for (Selection<?> selection : selections.getSelections()) {
            switch (selection) {
                case Field field -> addField(parent, field);
                case InlineFragment fragment -> {
                    addDirectives(fragment);
                    GraphQLNamedType condition = fragment.getTypeCondition() == null
                            ? parent
                            : type(fragment.getTypeCondition().getName());
                    addSelections(condition, fragment.getSelectionSet());
                }
                case FragmentSpread spread -> {
                    addDirectives(spread);
                    addFragment(spread.getName());
                }
                default -> throw new IllegalStateException("no selection of GraphQL: " + selection);
            }
        }
    }

    private void addFragment(String name) {
        if (!fragmentsSeen.add(name)) {
            return;
        }
        for (FragmentDefinition fragment : document.getDefinitionsOfType(FragmentDefinition.class)) {
            if (fragment.getName().equals(name)) {
                addDirectives(fragment);
                addSelections(type(fragment.getTypeCondition().getName()), fragment.getSelectionSet());
            }
        }
    }

    /** A document that is valid names no type that there is not. */
    private GraphQLNamedType type(String name) {
        return (GraphQLNamedType) requireNonNull(schema.getType(name), name);
    }

    /** The type, and all whose objects it may have. */
    private void addObjects(GraphQLNamedType type) {
        used.add(SchemaCoordinate.of(type.getName()));
        switch (type) {
            case GraphQLInterfaceType each ->
                Implementations.of(schema, each).forEach(object -> used.add(SchemaCoordinate.of(object.getName())));
            case GraphQLUnionType each ->
                each.getTypes().forEach(object -> used.add(SchemaCoordinate.of(object.getName())));
            default -> {
                // Has objects of its own alone, or none.
            }
        }
    }

    private void addField(GraphQLNamedType parent, Field field) {
        addDirectives(field);
        if (field.getName().startsWith("__") || !(parent instanceof GraphQLFieldsContainer container)) {
            return;
        }
        GraphQLFieldDefinition definition = container.getFieldDefinition(field.getName());
        add(container, field);
        if (container instanceof GraphQLInterfaceType each) {
            Implementations.of(schema, each).forEach(object -> add(object, field));
        }
        for (Argument argument : field.getArguments()) {
            addValue(definition.getArgument(argument.getName()).getType(), argument.getValue());
        }
        GraphQLNamedType type = GraphQLTypeUtil.unwrapAllAs(definition.getType());
        if (type instanceof GraphQLCompositeType) {
            addSelections(type, field.getSelectionSet());
        } else {
            used.add(SchemaCoordinate.of(type.getName()));
        }
    }

    private void add(GraphQLFieldsContainer container, Field field) {
        SchemaCoordinate place = SchemaCoordinate.of(container.getName(), field.getName());
        used.add(place);
        field.getArguments().forEach(argument -> used.add(place.at(argument.getName())));
    }

    private void addDirectives(DirectivesContainer<?> container) {
        for (Directive directive : container.getDirectives()) {
            SchemaCoordinate place = SchemaCoordinate.of("@" + directive.getName());
            used.add(place);
            List<GraphQLArgument> arguments = requireNonNull(
                            schema.getDirective(directive.getName()), directive.getName())
                    .getArguments();
            for (Argument argument : directive.getArguments()) {
                used.add(place.at(argument.getName()));
                arguments.stream()
                        .filter(each -> each.getName().equals(argument.getName()))
                        .forEach(each -> addValue(each.getType(), argument.getValue()));
            }
        }
    }

    private void addValue(GraphQLType type, Value<?> value) {
        GraphQLNamedType named = GraphQLTypeUtil.unwrapAllAs(type);
        used.add(SchemaCoordinate.of(named.getName()));
        switch (value) {
            case ArrayValue list -> list.getValues().forEach(each -> addValue(named, each));
            case EnumValue each -> used.add(SchemaCoordinate.of(named.getName(), each.getName()));
            case ObjectValue object
            when named instanceof GraphQLInputObjectType input -> {
                for (ObjectField field : object.getObjectFields()) {
                    used.add(SchemaCoordinate.of(input.getName(), field.getName()));
                    addValue(input.getField(field.getName()).getType(), field.getValue());
                }
            }
            default -> {
                // A scalar says all by its type, and a variable where it is declared.
            }
        }
    }

    /** A type of input with all that a variable of it may hold. */
    private void addWholly(GraphQLType type) {
        switch (type) {
            case GraphQLEnumType each -> {
                used.add(SchemaCoordinate.of(each.getName()));
                each.getValues().forEach(value -> used.add(SchemaCoordinate.of(each.getName(), value.getName())));
            }
            case GraphQLInputObjectType input -> {
                for (GraphQLInputObjectField field : input.getFieldDefinitions()) {
                    if (used.add(SchemaCoordinate.of(input.getName(), field.getName()))) {
                        addWholly(GraphQLTypeUtil.unwrapAll(field.getType()));
                    }
                }
                used.add(SchemaCoordinate.of(input.getName()));
            }
            default -> used.add(SchemaCoordinate.of(((GraphQLNamedType) type).getName()));
        }
    }
}
