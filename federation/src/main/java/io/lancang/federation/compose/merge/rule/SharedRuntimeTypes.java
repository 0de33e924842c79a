package io.lancang.federation.compose.merge.rule;

import io.lancang.federation.compose.merge.source.Source;
import io.lancang.federation.compose.merge.type.Merging;
import io.lancang.federation.compose.problem.CompositionErrorCode;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.FieldElement;
import io.lancang.federation.compose.schema.FieldsType;
import io.lancang.federation.compose.schema.TypeReferences;
import io.lancang.federation.compose.subgraph.SubgraphModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A shared field answers the same whichever subgraph is asked. Where it returns an interface or union, and no object is of a
 * type that all its subgraphs know, it cannot.
 *
 * @param merging what all mergers share
 */
public record SharedRuntimeTypes(Merging merging) {

    public void check() {
        Map<String, List<Source<FieldElement>>> resolvers = new TreeMap<>();
        for (SubgraphModel subgraph : merging.subgraphs()) {
            for (FieldsType type : subgraph.fieldsTypes()) {
                type.fields().values().stream()
                        .filter(field -> type.isObject() && answers(subgraph, type, field))
                        .forEach(field -> resolvers
                                .computeIfAbsent(type.name() + "." + field.name(), ignored -> new ArrayList<>())
                                .add(new Source<>(subgraph, field)));
            }
        }
        resolvers.forEach(this::check);
    }

    /** Whether the subgraph answers with objects whose type it knows, which an interface object does not. */
    private boolean answers(SubgraphModel subgraph, FieldsType type, FieldElement field) {
        String returned = TypeReferences.namedType(field.type());
        return !field.directives().has(FederationDirective.EXTERNAL)
                && !merging.overrides().isGone(subgraph.name(), type.name(), field.name())
                && !subgraph.isInterfaceObject(returned)
                && !subgraph.possibleTypes(returned).isEmpty();
    }

    private void check(String coordinate, List<Source<FieldElement>> sources) {
        Set<String> common = new HashSet<>(possibleTypes(sources.getFirst()));
        sources.forEach(source -> common.retainAll(possibleTypes(source)));
        boolean differing = sources.stream().anyMatch(SharedRuntimeTypes::returnsDifferingObjects);
        if (common.isEmpty() && differing) {
            merging.problems()
                    .error(
                            CompositionErrorCode.SHAREABLE_HAS_MISMATCHED_RUNTIME_TYPES,
                            coordinate,
                            Source.places(sources),
                            "\"" + coordinate
                                    + "\" is shared, but no object can be its value in all of its subgraphs: it is "
                                    + sources.stream()
                                            .map(source -> String.join(" or ", possibleTypes(source)) + " in \""
                                                    + source.subgraph().name() + "\"")
                                            .collect(Collectors.joining(", "))
                                    + "; let the subgraphs know a common type, or give the field to one of them");
        }
    }

    private static boolean returnsDifferingObjects(Source<FieldElement> source) {
        String returned = TypeReferences.namedType(source.element().type());
        return source.subgraph()
                .fieldsType(returned)
                .filter(FieldsType::isObject)
                .isEmpty();
    }

    private static Set<String> possibleTypes(Source<FieldElement> source) {
        return source.subgraph()
                .possibleTypes(TypeReferences.namedType(source.element().type()));
    }
}
