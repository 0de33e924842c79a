package io.lancang.federation.compose.merge.rule;

import io.lancang.federation.compose.merge.type.Merging;
import io.lancang.federation.compose.problem.CompositionErrorCode;
import io.lancang.federation.compose.problem.Place;
import io.lancang.federation.compose.schema.FieldsType;
import io.lancang.federation.compose.schema.TypeElement;
import io.lancang.federation.compose.subgraph.SubgraphModel;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A type has to have every field of its interfaces after merging, whichever subgraph brought the field in. */
public final class InterfaceImplementations {

    private InterfaceImplementations() {}

    public static void check(Merging merging, Map<String, TypeElement> types) {
        for (TypeElement type : types.values()) {
            if (type instanceof FieldsType implementing) {
                for (String name : implementing.interfaces()) {
                    if (types.get(name) instanceof FieldsType shared) {
                        check(merging, implementing, shared);
                    }
                }
            }
        }
    }

    private static void check(Merging merging, FieldsType implementing, FieldsType shared) {
        for (String field : shared.fields().keySet()) {
            if (!implementing.fields().containsKey(field)) {
                merging.problems()
                        .error(
                                CompositionErrorCode.INTERFACE_FIELD_NO_IMPLEM,
                                implementing.name() + "." + field,
                                places(merging, implementing, shared),
                                "\"" + implementing.name() + "\" implements \"" + shared.name()
                                        + "\" but no subgraph gives it the field \"" + field
                                        + "\"; define the field on \"" + implementing.name() + "\"");
            }
        }
    }

    private static List<Place> places(Merging merging, FieldsType implementing, FieldsType shared) {
        return merging.subgraphs().stream()
                .filter(subgraph -> implementsIn(subgraph, implementing.name(), shared.name()))
                .map(subgraph -> subgraph.place(Objects.requireNonNull(subgraph.type(implementing.name()))))
                .toList();
    }

    private static boolean implementsIn(SubgraphModel subgraph, String type, String shared) {
        return subgraph.fieldsType(type)
                .filter(found -> found.interfaces().contains(shared))
                .isPresent();
    }
}
