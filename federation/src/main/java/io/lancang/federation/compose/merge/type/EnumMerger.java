package io.lancang.federation.compose.merge.type;

import io.lancang.federation.compose.merge.source.Descriptions;
import io.lancang.federation.compose.merge.source.Source;
import io.lancang.federation.compose.problem.CompositionErrorCode;
import io.lancang.federation.compose.schema.Directives;
import io.lancang.federation.compose.schema.EnumType;
import io.lancang.federation.compose.schema.EnumValueElement;
import io.lancang.federation.compose.schema.FederationDirective;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Merges enums by how they are used: output takes every value that a subgraph may answer, input only what every subgraph
 * understands, and an enum used both ways has to be the same everywhere.
 *
 * @param merging what all mergers share
 * @param usage where enums are used
 */
record EnumMerger(Merging merging, EnumUsage usage) {

    EnumType merge(List<Source<EnumType>> sources) {
        EnumType first = sources.getFirst().element();
        Directives directives = new Directives(JoinDirectives.types(merging, sources))
                .with(merging.directives().merge(first.name(), sources).applied());
        return new EnumType(first.name(), Descriptions.merge(sources), values(sources), directives, first.location());
    }

    private Map<String, EnumValueElement> values(List<Source<EnumType>> sources) {
        String typeName = sources.getFirst().element().name();
        Set<String> names = new LinkedHashSet<>();
        sources.forEach(source -> names.addAll(source.element().values().keySet()));
        Map<String, EnumValueElement> values = new LinkedHashMap<>();
        for (String name : names) {
            List<Source<EnumValueElement>> having =
                    merging.children(sources, type -> type.values().get(name));
            List<Source<EnumType>> lacking =
                    merging.lacking(sources, type -> type.values().get(name));
            if (lacking.isEmpty() || keepsThoughLacking(typeName, having, lacking)) {
                values.put(name, value(typeName + "." + name, having));
            }
        }
        if (values.isEmpty()) {
            merging.problems()
                    .error(
                            CompositionErrorCode.EMPTY_MERGED_ENUM_TYPE,
                            typeName,
                            Source.places(sources),
                            "the enum \"" + typeName + "\" is used for input, and no value of it is known to all of "
                                    + Source.names(sources) + "; add a common value");
        }
        return values;
    }

    private boolean keepsThoughLacking(
            String typeName, List<Source<EnumValueElement>> having, List<Source<EnumType>> lacking) {
        String input = usage.inputOf(typeName);
        String output = usage.outputOf(typeName);
        String coordinate = typeName + "." + having.getFirst().element().name();
        boolean hidden =
                having.stream().anyMatch(value -> value.element().directives().has(FederationDirective.INACCESSIBLE));
        // No client can send a hidden value, so that it does no harm where a subgraph does not know it.
        if (input == null || hidden) {
            return true;
        }
        if (output == null) {
            merging.problems()
                    .hint(
                            coordinate,
                            "\"" + coordinate + "\" is left out, because \"" + typeName + "\" is used for input and the"
                                    + " value is unknown to " + Source.names(lacking));
            return false;
        }
        merging.problems()
                .error(
                        CompositionErrorCode.ENUM_VALUE_MISMATCH,
                        coordinate,
                        Source.places(having),
                        "the enum \"" + typeName + "\" is used for input (" + input + ") and for output (" + output
                                + "), but its value \""
                                + having.getFirst().element().name() + "\" is defined in "
                                + Source.names(having) + " and not in " + Source.names(lacking)
                                + "; define the same values in every subgraph, or mark the value @inaccessible");
        return true;
    }

    private EnumValueElement value(String coordinate, List<Source<EnumValueElement>> sources) {
        EnumValueElement first = sources.getFirst().element();
        Directives directives = new Directives(JoinDirectives.enumValues(merging, sources))
                .with(merging.directives().merge(coordinate, sources).applied());
        return new EnumValueElement(first.name(), Descriptions.merge(sources), directives, first.location());
    }
}
