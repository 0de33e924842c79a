package io.lancang.federation.compose.schema;

import java.util.LinkedHashMap;
import java.util.Map;

/** Takes all directives off a type, for those who ask about plain GraphQL. */
public final class SchemaWithoutDirectives {

    private SchemaWithoutDirectives() {}

    /** The type without any directive on it or its parts. */
    public static TypeElement of(TypeElement type) {
        return switch (type) {
            case FieldsType fields -> fields.withFields(fields(fields.fields())).withDirectives(Directives.NONE);
            case UnionType union ->
                new UnionType(union.name(), union.description(), union.members(), Directives.NONE, union.location());
            case EnumType symbols ->
                new EnumType(
                        symbols.name(),
                        symbols.description(),
                        values(symbols.values()),
                        Directives.NONE,
                        symbols.location());
            case InputType input ->
                new InputType(
                        input.name(), input.description(), inputs(input.fields()), Directives.NONE, input.location());
            case ScalarType scalar ->
                new ScalarType(scalar.name(), scalar.description(), Directives.NONE, scalar.location());
        };
    }

    private static Map<String, FieldElement> fields(Map<String, FieldElement> fields) {
        Map<String, FieldElement> plain = new LinkedHashMap<>();
        fields.forEach((name, field) -> plain.put(
                name,
                new FieldElement(
                        name,
                        field.description(),
                        field.type(),
                        inputs(field.arguments()),
                        Directives.NONE,
                        field.location())));
        return plain;
    }

    private static Map<String, InputElement> inputs(Map<String, InputElement> inputs) {
        Map<String, InputElement> plain = new LinkedHashMap<>();
        inputs.forEach((name, input) -> plain.put(
                name,
                new InputElement(
                        name,
                        input.description(),
                        input.type(),
                        input.defaultValue(),
                        Directives.NONE,
                        input.location())));
        return plain;
    }

    private static Map<String, EnumValueElement> values(Map<String, EnumValueElement> values) {
        Map<String, EnumValueElement> plain = new LinkedHashMap<>();
        values.forEach((name, value) ->
                plain.put(name, new EnumValueElement(name, value.description(), Directives.NONE, value.location())));
        return plain;
    }
}
