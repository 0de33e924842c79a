package io.lancang.federation.sdl;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.NullValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.SourceLocation;
import graphql.language.StringValue;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.language.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Reads what stands within definitions: types, directives, and values, which are constant in a schema. */
final class ValueParser {
    private final Cursor cursor;

    ValueParser(Cursor cursor) {
        this.cursor = cursor;
    }

    Type<?> type() {
        SourceLocation location = cursor.location();
        Type<?> type;
        if (cursor.takeIf(TokenKind.BRACKET_OPEN)) {
            Type<?> element = cursor.nested(this::type);
            cursor.take(TokenKind.BRACKET_CLOSE);
            type = ListType.newListType(element).sourceLocation(location).build();
        } else {
            type = typeName();
        }
        return cursor.takeIf(TokenKind.BANG)
                ? NonNullType.newNonNullType(type).sourceLocation(location).build()
                : type;
    }

    TypeName typeName() {
        SourceLocation location = cursor.location();
        return TypeName.newTypeName(cursor.name()).sourceLocation(location).build();
    }

    List<Directive> directives() {
        if (!cursor.is(TokenKind.AT)) {
            return List.of();
        }
        List<Directive> directives = new ArrayList<>();
        while (cursor.is(TokenKind.AT)) {
            SourceLocation location = cursor.location();
            cursor.take(TokenKind.AT);
            directives.add(Directive.newDirective()
                    .name(cursor.name())
                    .arguments(cursor.listIf(TokenKind.PAREN_OPEN, TokenKind.PAREN_CLOSE, this::argument))
                    .sourceLocation(location)
                    .build());
        }
        return directives;
    }

    private Argument argument() {
        SourceLocation location = cursor.location();
        String name = cursor.name();
        cursor.take(TokenKind.COLON);
        return Argument.newArgument()
                .name(name)
                .value(value())
                .sourceLocation(location)
                .build();
    }

    Value<?> value() {
        SourceLocation location = cursor.location();
        return switch (cursor.kind()) {
            case NAME -> named(cursor.name(), location);
            case STRING, BLOCK_STRING ->
                StringValue.newStringValue(cursor.string())
                        .sourceLocation(location)
                        .build();
            case INT ->
                IntValue.newIntValue(new BigInteger(cursor.raw()))
                        .sourceLocation(location)
                        .build();
            case FLOAT ->
                FloatValue.newFloatValue(new BigDecimal(cursor.raw()))
                        .sourceLocation(location)
                        .build();
            case BRACKET_OPEN -> cursor.nested(() -> list(location));
            case BRACE_OPEN -> cursor.nested(() -> object(location));
            default -> throw cursor.unexpected("a value");
        };
    }

    private static Value<?> named(String name, SourceLocation location) {
        return switch (name) {
            case "true", "false" ->
                BooleanValue.newBooleanValue(name.equals("true"))
                        .sourceLocation(location)
                        .build();
            case "null" -> NullValue.newNullValue().sourceLocation(location).build();
            default -> EnumValue.newEnumValue(name).sourceLocation(location).build();
        };
    }

    private ArrayValue list(SourceLocation location) {
        cursor.take(TokenKind.BRACKET_OPEN);
        ArrayValue.Builder list = ArrayValue.newArrayValue().sourceLocation(location);
        while (!cursor.takeIf(TokenKind.BRACKET_CLOSE)) {
            list.value(value());
        }
        return list.build();
    }

    private ObjectValue object(SourceLocation location) {
        cursor.take(TokenKind.BRACE_OPEN);
        ObjectValue.Builder object = ObjectValue.newObjectValue().sourceLocation(location);
        while (!cursor.takeIf(TokenKind.BRACE_CLOSE)) {
            object.objectField(field());
        }
        return object.build();
    }

    private ObjectField field() {
        String name = cursor.name();
        cursor.take(TokenKind.COLON);
        return ObjectField.newObjectField().name(name).value(value()).build();
    }
}
