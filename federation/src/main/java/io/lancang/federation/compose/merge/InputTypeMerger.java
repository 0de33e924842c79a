package io.lancang.federation.compose.merge;

import graphql.language.Type;
import io.lancang.federation.compose.problem.ErrorCode;
import io.lancang.federation.compose.schema.AppliedDirective;
import io.lancang.federation.compose.schema.Directives;
import io.lancang.federation.compose.schema.InputElement;
import io.lancang.federation.compose.schema.InputType;
import io.lancang.federation.compose.schema.TypeReferences;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Merges input objects: the supergraph keeps the fields that every subgraph with the type knows.
 *
 * @param merging what all mergers share
 */
record InputTypeMerger(Merging merging) {

    InputType merge(List<Source<InputType>> sources) {
        InputType first = sources.getFirst().element();
        Directives directives = new Directives(JoinDirectives.types(merging, sources))
                .with(merging.directives().merge(first.name(), sources).applied());
        return new InputType(first.name(), Descriptions.merge(sources), fields(sources), directives, first.location());
    }

    private Map<String, InputElement> fields(List<Source<InputType>> sources) {
        String typeName = sources.getFirst().element().name();
        Set<String> names = new LinkedHashSet<>();
        sources.forEach(source -> names.addAll(source.element().fields().keySet()));
        Map<String, InputElement> fields = new LinkedHashMap<>();
        for (String name : names) {
            List<Source<InputElement>> having =
                    merging.children(sources, type -> type.fields().get(name));
            List<Source<InputType>> lacking =
                    merging.lacking(sources, type -> type.fields().get(name));
            String coordinate = typeName + "." + name;
            if (lacking.isEmpty()) {
                fields.put(name, InputMerger.forInputFields(merging).merge(coordinate, having, joins(having)));
            } else {
                reportLacking(coordinate, having, lacking);
            }
        }
        if (fields.isEmpty()) {
            merging.problems()
                    .error(
                            ErrorCode.EMPTY_MERGED_INPUT_TYPE,
                            typeName,
                            Source.places(sources),
                            "no field of the input \"" + typeName + "\" is known to all of " + Source.names(sources)
                                    + "; add a common field");
        }
        return fields;
    }

    private Directives joins(List<Source<InputElement>> sources) {
        boolean same = TypeReconciler.same(
                sources.stream().<Type<?>>map(source -> source.element().type()).toList());
        return same
                ? Directives.NONE
                : new Directives(sources.stream()
                        .map(source -> AppliedDirective.named("join__field")
                                .symbol("graph", merging.graph(source.subgraph()))
                                .text(
                                        "type",
                                        TypeReferences.print(source.element().type()))
                                .build())
                        .toList());
    }

    private void reportLacking(String coordinate, List<Source<InputElement>> having, List<Source<InputType>> lacking) {
        List<Source<InputElement>> requiring =
                having.stream().filter(source -> source.element().required()).toList();
        if (requiring.isEmpty()) {
            merging.problems()
                    .hint(
                            coordinate,
                            "\"" + coordinate + "\" is left out, because " + Source.names(lacking) + " do not know it");
            return;
        }
        merging.problems()
                .error(
                        ErrorCode.REQUIRED_INPUT_FIELD_MISSING_IN_SOME_SUBGRAPH,
                        coordinate,
                        Source.places(requiring),
                        "\"" + coordinate + "\" is required in " + Source.names(requiring) + " but unknown to "
                                + Source.names(lacking) + "; add it there, or make it optional");
    }
}
