package io.lancang.federation.compose.apischema;

import io.lancang.federation.compose.merge.MergedSchema;
import io.lancang.federation.compose.schema.Element;
import io.lancang.federation.compose.schema.EnumType;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.FieldElement;
import io.lancang.federation.compose.schema.FieldsType;
import io.lancang.federation.compose.schema.InputType;
import io.lancang.federation.compose.schema.ScalarType;
import io.lancang.federation.compose.schema.TypeElement;
import io.lancang.federation.compose.schema.UnionType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The types without what is inaccessible.
 *
 * @param types the types of the supergraph
 */
record AccessibleTypes(Map<String, TypeElement> types) {

    static Map<String, TypeElement> of(MergedSchema schema) {
        AccessibleTypes accessible = new AccessibleTypes(schema.types());
        Map<String, TypeElement> result = new LinkedHashMap<>();
        accessible(schema.types()).forEach((name, type) -> result.put(name, accessible.reduced(type)));
        return result;
    }

    /** Whether clients can see the element, its parents apart. */
    static boolean isAccessible(Element element) {
        return !element.directives().has(FederationDirective.INACCESSIBLE);
    }

    /** The elements that clients can see. */
    static <E extends Element> Map<String, E> accessible(Map<String, E> elements) {
        Map<String, E> accessible = new LinkedHashMap<>(elements);
        accessible.values().removeIf(element -> !isAccessible(element));
        return accessible;
    }

    private TypeElement reduced(TypeElement type) {
        return switch (type) {
            case FieldsType fields ->
                new FieldsType(
                        fields.kind(),
                        fields.name(),
                        fields.description(),
                        accessibleNames(fields.interfaces()),
                        fields(fields),
                        fields.directives(),
                        fields.origin(),
                        fields.location());
            case UnionType union ->
                new UnionType(
                        union.name(),
                        union.description(),
                        accessibleNames(union.members()),
                        union.directives(),
                        union.location());
            case EnumType symbols ->
                new EnumType(
                        symbols.name(),
                        symbols.description(),
                        accessible(symbols.values()),
                        symbols.directives(),
                        symbols.location());
            case InputType input ->
                new InputType(
                        input.name(),
                        input.description(),
                        accessible(input.fields()),
                        input.directives(),
                        input.location());
            case ScalarType scalar -> scalar;
        };
    }

    private static Map<String, FieldElement> fields(FieldsType type) {
        Map<String, FieldElement> fields = accessible(type.fields());
        fields.replaceAll((name, field) -> new FieldElement(
                name,
                field.description(),
                field.type(),
                accessible(field.arguments()),
                field.directives(),
                field.location()));
        return fields;
    }

    private Set<String> accessibleNames(Set<String> names) {
        return names.stream()
                .filter(name -> {
                    TypeElement type = types.get(name);
                    return type != null && isAccessible(type);
                })
                .collect(Collectors.toSet());
    }
}
