package io.lancang.federation.compose.schema;

import graphql.language.AstPrinter;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.Type;
import graphql.language.TypeName;
import java.util.function.UnaryOperator;

/** Reads and rebuilds references to types such as {@code [Partner!]!}. */
public final class TypeReferences {

    private TypeReferences() {}

    /** The named type at the heart of a reference. */
    public static String namedType(Type<?> type) {
        return switch (type) {
            case NonNullType nonNull -> namedType(nonNull.getType());
            case ListType list -> namedType(list.getType());
            case TypeName name -> name.getName();
            default -> throw new IllegalArgumentException("No type reference: " + type);
        };
    }

    /** The reference without an outer {@code !}. */
    public static Type<?> nullable(Type<?> type) {
        return type instanceof NonNullType nonNull ? nonNull.getType() : type;
    }

    /** Whether the reference, {@code !} apart, is a list. */
    public static boolean isList(Type<?> type) {
        return nullable(type) instanceof ListType;
    }

    /** The reference with its named type renamed. */
    public static Type<?> rename(Type<?> type, UnaryOperator<String> names) {
        return switch (type) {
            case NonNullType nonNull ->
                NonNullType.newNonNullType(rename(nonNull.getType(), names)).build();
            case ListType list -> new ListType(rename(list.getType(), names));
            case TypeName name -> new TypeName(names.apply(name.getName()));
            default -> throw new IllegalArgumentException("No type reference: " + type);
        };
    }

    /** Reads a reference such as {@code [Partner!]!}. */
    public static Type<?> parse(String reference) {
        if (reference.endsWith("!")) {
            return NonNullType.newNonNullType(parse(reference.substring(0, reference.length() - 1)))
                    .build();
        }
        return reference.startsWith("[")
                ? new ListType(parse(reference.substring(1, reference.length() - 1)))
                : new TypeName(reference);
    }

    /** The reference as SDL. */
    public static String print(Type<?> type) {
        return AstPrinter.printAst(type);
    }
}
