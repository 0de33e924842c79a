package io.lancang.federation.access;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.NullValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import io.lancang.federation.operation.FieldSelection;
import io.lancang.federation.supergraph.Requirement;
import io.lancang.federation.supergraph.Supergraph;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a client must fulfil to give the arguments that it gives: scalars and enums may be protected as what goes in too. Of a
 * literal that counts which holds a value; of a variable, whose value is not known when the operation is planned, everything
 * that its type can hold. Safe for concurrent use.
 */
final class ArgumentRequirements {
    private final Supergraph supergraph;
    private final GraphQLSchema schema;
    private final Map<String, Set<Requirement>> whole = new ConcurrentHashMap<>();

    ArgumentRequirements(Supergraph supergraph) {
        this.supergraph = supergraph;
        this.schema = supergraph.apiSchema();
    }

    Set<Requirement> of(FieldSelection field) {
        if (field.arguments().isEmpty()
                || !(schema.getType(field.parentType()) instanceof GraphQLFieldsContainer container)) {
            return Set.of();
        }
        GraphQLFieldDefinition definition = container.getFieldDefinition(field.name());
        if (definition == null) {
            return Set.of();
        }
        Set<Requirement> found = new LinkedHashSet<>();
        for (Argument argument : field.arguments()) {
            GraphQLNamedType type = GraphQLTypeUtil.unwrapAll(
                    definition.getArgument(argument.getName()).getType());
            given(type, argument.getValue(), found);
        }
        return found;
    }

    private void given(GraphQLNamedType type, Value<?> value, Set<Requirement> found) {
        switch (value) {
            case NullValue nothing -> {
                // No value of the type.
            }
            case VariableReference variable -> found.addAll(whole.computeIfAbsent(type.getName(), this::all));
            case ArrayValue array -> array.getValues().forEach(item -> given(type, item, found));
            case ObjectValue object
            when type instanceof GraphQLInputObjectType input -> {
                for (ObjectField field : object.getObjectFields()) {
                    GraphQLInputObjectField definition = input.getField(field.getName());
                    given(GraphQLTypeUtil.unwrapAll(definition.getType()), field.getValue(), found);
                }
            }
            default -> found.addAll(supergraph.requirements(type.getName()));
        }
    }

    private Set<Requirement> all(String typeName) {
        Set<Requirement> found = new LinkedHashSet<>();
        collect(typeName, found, new HashSet<>());
        return Collections.unmodifiableSet(found);
    }

    private void collect(String typeName, Set<Requirement> found, Set<String> visited) {
        if (!visited.add(typeName)) {
            return;
        }
        found.addAll(supergraph.requirements(typeName));
        if (schema.getType(typeName) instanceof GraphQLInputObjectType input) {
            for (GraphQLInputObjectField field : input.getFields()) {
                collect(GraphQLTypeUtil.unwrapAll(field.getType()).getName(), found, visited);
            }
        }
    }
}
