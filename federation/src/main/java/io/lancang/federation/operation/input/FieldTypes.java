package io.lancang.federation.operation.input;

import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The types of the schema's fields, written as references. Each is written once, since an operation has thousands of fields of
 * few types. Safe for concurrent use.
 */
public final class FieldTypes {
    /** As many entries as the schema has fields that are asked for. */
    private final Map<GraphQLType, Type<?>> known = new ConcurrentHashMap<>();

    /** The type of a field. */
    public Type<?> of(GraphQLFieldDefinition field) {
        return known.computeIfAbsent(field.getType(), FieldTypes::of);
    }

    /** The type of a field of an input object. */
    Type<?> of(GraphQLInputObjectField field) {
        return known.computeIfAbsent(field.getType(), FieldTypes::of);
    }

    static Type<?> of(GraphQLType type) {
        return switch (type) {
            case GraphQLNonNull nonNull -> new NonNullType(of(nonNull.getWrappedType()));
            case GraphQLList list -> new ListType(of(list.getWrappedType()));
            case GraphQLNamedType named -> new TypeName(named.getName());
            default -> throw new IllegalArgumentException("unknown kind of type: " + type);
        };
    }
}
