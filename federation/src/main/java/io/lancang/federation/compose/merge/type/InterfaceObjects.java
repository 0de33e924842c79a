package io.lancang.federation.compose.merge.type;

import io.lancang.federation.compose.merge.directive.AccessRequirements;
import io.lancang.federation.compose.schema.AppliedDirective;
import io.lancang.federation.compose.schema.Directives;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.FieldElement;
import io.lancang.federation.compose.schema.FieldsType;
import io.lancang.federation.compose.schema.TypeElement;
import io.lancang.federation.compose.subgraph.SubgraphModel;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Gives every implementation of an interface the fields that an interface object adds to it. */
public final class InterfaceObjects {

    private InterfaceObjects() {}

    public static Map<String, TypeElement> spread(Merging merging, Map<String, TypeElement> types) {
        Map<String, TypeElement> result = new TreeMap<>(types);
        for (TypeElement type : types.values()) {
            if (type instanceof FieldsType shared && shared.isInterface()) {
                Set<String> added = addedFields(merging, shared.name());
                result.replaceAll(
                        (name, each) -> each instanceof FieldsType object && object.isImplementationOf(shared.name())
                                ? withFields(object, shared, added)
                                : each);
            }
        }
        return result;
    }

    /** The fields that interface objects of this name resolve. */
    private static Set<String> addedFields(Merging merging, String interfaceName) {
        Set<String> added = new LinkedHashSet<>();
        for (SubgraphModel subgraph : merging.subgraphs()) {
            if (subgraph.isInterfaceObject(interfaceName)) {
                subgraph.fieldsType(interfaceName)
                        .ifPresent(type -> type.fields().values().stream()
                                .filter(field -> !field.directives().has(FederationDirective.EXTERNAL))
                                .forEach(field -> added.add(field.name())));
            }
        }
        return added;
    }

    private static FieldsType withFields(FieldsType object, FieldsType shared, Set<String> added) {
        Map<String, FieldElement> fields = new LinkedHashMap<>(object.fields());
        for (String name : added) {
            FieldElement field = shared.fields().get(name);
            if (field != null) {
                fields.merge(name, withoutGraph(field), InterfaceObjects::protectedBy);
            }
        }
        return object.withFields(fields);
    }

    /** Who asks an implementation for a field may be answered by the interface object, so that its demands hold there too. */
    private static FieldElement protectedBy(FieldElement own, FieldElement given) {
        return own.withDirectives(own.directives()
                .without(AccessRequirements::isOne)
                .with(AccessRequirements.merge(List.of(own.directives(), given.directives()))));
    }

    /** A {@code @join__field} without a graph says that no subgraph resolves the field on the implementation itself. */
    private static FieldElement withoutGraph(FieldElement field) {
        Directives own = field.directives().without(each -> each.name().startsWith("join__"));
        return field.withDirectives(
                own.with(AppliedDirective.named("join__field").build()));
    }
}
