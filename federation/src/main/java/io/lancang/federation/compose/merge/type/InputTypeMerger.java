package io.lancang.federation.compose.merge.type;

import graphql.language.Type;
import io.lancang.federation.compose.merge.source.Descriptions;
import io.lancang.federation.compose.merge.source.Source;
import io.lancang.federation.compose.merge.source.TypeReconciler;
import io.lancang.federation.compose.problem.CompositionErrorCode;
import io.lancang.federation.compose.schema.AppliedDirective;
import io.lancang.federation.compose.schema.Directives;
import io.lancang.federation.compose.schema.InputElement;
import io.lancang.federation.compose.schema.InputType;
import io.lancang.federation.compose.schema.TypeReferences;
import java.util.List;
import java.util.Map;

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
        Map<String, InputElement> fields = InputsMerger.forInputFields(merging)
                .merge(sources, InputType::fields, name -> typeName + "." + name, this::joins);
        if (fields.isEmpty()) {
            merging.problems()
                    .error(
                            CompositionErrorCode.EMPTY_MERGED_INPUT_TYPE,
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
}
