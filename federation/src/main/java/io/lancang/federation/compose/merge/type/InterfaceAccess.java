package io.lancang.federation.compose.merge.type;

import io.lancang.federation.compose.merge.directive.AccessRequirements;
import io.lancang.federation.compose.schema.Directives;
import io.lancang.federation.compose.schema.FieldElement;
import io.lancang.federation.compose.schema.FieldsType;
import io.lancang.federation.compose.schema.TypeElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Who asks through an interface cannot know which implementation answers, so that the supergraph demands of the interface
 * and its fields what any implementation demands.
 */
public final class InterfaceAccess {

    private InterfaceAccess() {}

    public static Map<String, TypeElement> spread(Map<String, TypeElement> types) {
        Map<String, TypeElement> result = new TreeMap<>(types);
        result.replaceAll((name, type) ->
                type instanceof FieldsType shared && shared.isInterface() ? protectedBy(shared, types) : type);
        return result;
    }

    private static FieldsType protectedBy(FieldsType shared, Map<String, TypeElement> types) {
        List<FieldsType> implementations = new ArrayList<>();
        for (TypeElement type : types.values()) {
            if (type instanceof FieldsType object && object.isImplementationOf(shared.name())) {
                implementations.add(object);
            }
        }
        Map<String, FieldElement> fields = new LinkedHashMap<>(shared.fields());
        fields.replaceAll((name, field) -> field.withDirectives(together(
                field.directives(),
                implementations.stream()
                        .flatMap(type -> Stream.ofNullable(type.fields().get(name)))
                        .map(FieldElement::directives))));
        return shared.withFields(fields)
                .withDirectives(
                        together(shared.directives(), implementations.stream().map(FieldsType::directives)));
    }

    private static Directives together(Directives own, Stream<Directives> others) {
        List<Directives> all = Stream.concat(Stream.of(own), others).toList();
        return own.without(AccessRequirements::isOne).with(AccessRequirements.merge(all));
    }
}
