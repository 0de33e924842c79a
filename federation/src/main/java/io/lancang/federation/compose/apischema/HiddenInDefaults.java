package io.lancang.federation.compose.apischema;

import graphql.language.ArrayValue;
import graphql.language.EnumValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.Type;
import graphql.language.Value;
import io.lancang.federation.compose.schema.EnumType;
import io.lancang.federation.compose.schema.EnumValueElement;
import io.lancang.federation.compose.schema.InputElement;
import io.lancang.federation.compose.schema.InputType;
import io.lancang.federation.compose.schema.TypeElement;
import io.lancang.federation.compose.schema.TypeReferences;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds what is inaccessible in a default value, at any depth.
 *
 * @param types the types of the supergraph
 */
record HiddenInDefaults(Map<String, TypeElement> types) {

    /** The coordinates of the enum values and input fields in the value that clients cannot see. */
    List<String> in(Value<?> value, Type<?> type) {
        return find(value, TypeReferences.namedType(type)).distinct().toList();
    }

    private Stream<String> find(Value<?> value, String typeName) {
        return switch (value) {
            case ArrayValue array -> array.getValues().stream().flatMap(item -> find((Value<?>) item, typeName));
            case EnumValue symbol -> hidden(typeName, symbol).stream();
            case ObjectValue object -> object.getObjectFields().stream().flatMap(field -> find(typeName, field));
            default -> Stream.empty();
        };
    }

    private Optional<String> hidden(String typeName, EnumValue symbol) {
        EnumValueElement value = types.get(typeName) instanceof EnumType symbols
                ? symbols.values().get(symbol.getName())
                : null;
        return value != null && !AccessibleTypes.isAccessible(value)
                ? Optional.of(typeName + "." + symbol.getName())
                : Optional.empty();
    }

    private Stream<String> find(String typeName, ObjectField field) {
        InputElement input =
                types.get(typeName) instanceof InputType type ? type.fields().get(field.getName()) : null;
        if (input == null) {
            return Stream.empty();
        }
        return AccessibleTypes.isAccessible(input)
                ? find(field.getValue(), TypeReferences.namedType(input.type()))
                : Stream.of(typeName + "." + field.getName());
    }
}
