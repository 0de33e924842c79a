package io.lancang.federation.compose.schema;

import java.util.Collection;
import java.util.stream.Stream;

/** Finds the directives that are applied anywhere in a schema. */
public final class AppliedDirectives {

    private AppliedDirectives() {}

    /** Every application on the types and all their parts. */
    public static Stream<AppliedDirective> of(Collection<TypeElement> types) {
        return types.stream()
                .flatMap(AppliedDirectives::elements)
                .flatMap(element -> element.directives().applied().stream());
    }

    /** The type itself and all its parts, arguments included. */
    public static Stream<Element> elements(TypeElement type) {
        Stream<? extends Element> parts = switch (type) {
            case FieldsType fields -> fields.fields().values().stream().flatMap(AppliedDirectives::elements);
            case InputType input -> input.fields().values().stream();
            case EnumType symbols -> symbols.values().values().stream();
            case UnionType ignored -> Stream.empty();
            case ScalarType ignored -> Stream.empty();
        };
        return Stream.concat(Stream.of(type), parts);
    }

    private static Stream<Element> elements(FieldElement field) {
        return Stream.concat(Stream.of(field), field.arguments().values().stream());
    }
}
