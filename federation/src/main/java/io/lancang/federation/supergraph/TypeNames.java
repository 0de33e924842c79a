package io.lancang.federation.supergraph;

import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.Type;
import graphql.language.TypeName;

/** What is inside of lists and non-null. */
public final class TypeNames {
    private TypeNames() {}

    /** The name of the type at the core of a type reference. */
    public static String named(Type<?> type) {
        return switch (type) {
            case NonNullType nonNull -> named(nonNull.getType());
            case ListType list -> named(list.getType());
            case TypeName name -> name.getName();
            default -> throw new IllegalArgumentException("unknown kind of type reference: " + type);
        };
    }
}
