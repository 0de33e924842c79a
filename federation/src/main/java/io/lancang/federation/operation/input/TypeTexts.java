package io.lancang.federation.operation.input;

import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.Type;
import graphql.language.TypeName;

/** Type references as GraphQL text. */
public final class TypeTexts {
    private TypeTexts() {}

    public static String of(Type<?> type) {
        return switch (type) {
            case NonNullType nonNull -> of(nonNull.getType()) + "!";
            case ListType list -> "[" + of(list.getType()) + "]";
            case TypeName name -> name.getName();
            default -> throw new IllegalArgumentException("unknown kind of type reference: " + type);
        };
    }
}
