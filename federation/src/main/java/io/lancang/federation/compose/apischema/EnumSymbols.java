package io.lancang.federation.compose.apischema;

import graphql.language.ArrayValue;
import graphql.language.EnumValue;
import graphql.language.Value;
import java.util.List;

/** Finds the enum values in the default of an argument of an enum type, which may be a list. */
final class EnumSymbols {

    private EnumSymbols() {}

    static List<String> in(Value<?> value) {
        return switch (value) {
            case EnumValue symbol -> List.of(symbol.getName());
            case ArrayValue array ->
                array.getValues().stream()
                        .flatMap(item -> in((Value<?>) item).stream())
                        .toList();
            default -> List.of();
        };
    }
}
