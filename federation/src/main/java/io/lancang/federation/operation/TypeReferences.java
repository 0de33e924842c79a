package io.lancang.federation.operation;

import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLType;

/** The schema's types, written as references. */
final class TypeReferences {
    private TypeReferences() {}

    static Type<?> of(GraphQLType type) {
        return switch (type) {
            case GraphQLNonNull nonNull -> new NonNullType(of(nonNull.getWrappedType()));
            case GraphQLList list -> new ListType(of(list.getWrappedType()));
            case GraphQLNamedType named -> new TypeName(named.getName());
            default -> throw new IllegalArgumentException("unknown kind of type: " + type);
        };
    }

    /** The name of the type that lists and non-nulls are around. */
    static String named(Type<?> type) {
        return switch (type) {
            case NonNullType nonNull -> named(nonNull.getType());
            case ListType list -> named(list.getType());
            case TypeName name -> name.getName();
            default -> throw new IllegalArgumentException("unknown kind of type: " + type);
        };
    }
}
