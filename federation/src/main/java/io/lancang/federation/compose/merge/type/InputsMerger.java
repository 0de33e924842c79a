package io.lancang.federation.compose.merge.type;

import graphql.language.AstPrinter;
import graphql.language.Type;
import graphql.language.Value;
import io.lancang.federation.compose.merge.source.DefaultValues;
import io.lancang.federation.compose.merge.source.Descriptions;
import io.lancang.federation.compose.merge.source.Source;
import io.lancang.federation.compose.merge.source.TypeReconciler;
import io.lancang.federation.compose.problem.CompositionErrorCode;
import io.lancang.federation.compose.schema.Directives;
import io.lancang.federation.compose.schema.Element;
import io.lancang.federation.compose.schema.InputElement;
import io.lancang.federation.compose.schema.Ordered;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Merges the inputs of one parent, which are the arguments of a field or directive, or the fields of an input object. The
 * supergraph keeps those that every subgraph with the parent knows, because a router may send them to any of them.
 *
 * @param merging what all mergers share
 * @param typeMismatch the code where types cannot be reconciled
 * @param defaultMismatch the code where defaults differ
 * @param requiredMissing the code where a subgraph demands what another one does not know
 */
record InputsMerger(
        Merging merging,
        CompositionErrorCode typeMismatch,
        CompositionErrorCode defaultMismatch,
        CompositionErrorCode requiredMissing) {

    static InputsMerger forArguments(Merging merging) {
        return new InputsMerger(
                merging,
                CompositionErrorCode.FIELD_ARGUMENT_TYPE_MISMATCH,
                CompositionErrorCode.FIELD_ARGUMENT_DEFAULT_MISMATCH,
                CompositionErrorCode.REQUIRED_ARGUMENT_MISSING_IN_SOME_SUBGRAPH);
    }

    static InputsMerger forInputFields(Merging merging) {
        return new InputsMerger(
                merging,
                CompositionErrorCode.FIELD_TYPE_MISMATCH,
                CompositionErrorCode.INPUT_FIELD_DEFAULT_MISMATCH,
                CompositionErrorCode.REQUIRED_INPUT_FIELD_MISSING_IN_SOME_SUBGRAPH);
    }

    /**
     * The merged inputs by name.
     *
     * @param parents the parent as each subgraph has it
     * @param inputs the inputs of a parent that are to be merged
     * @param coordinate makes a coordinate of a name
     * @param joins the directives of the join specification for an input
     */
    <P extends Element> Map<String, InputElement> merge(
            List<Source<P>> parents,
            Function<P, Map<String, InputElement>> inputs,
            Function<String, String> coordinate,
            Function<List<Source<InputElement>>, Directives> joins) {
        Set<String> names = new LinkedHashSet<>();
        parents.forEach(parent -> names.addAll(inputs.apply(parent.element()).keySet()));
        Map<String, InputElement> merged = new LinkedHashMap<>();
        for (String name : names) {
            Function<P, @Nullable InputElement> input =
                    parent -> inputs.apply(parent).get(name);
            List<Source<InputElement>> having = merging.children(parents, input);
            List<Source<P>> lacking = merging.lacking(parents, input);
            if (lacking.isEmpty()) {
                merged.put(name, merge(coordinate.apply(name), having, joins.apply(having)));
            } else {
                reportLacking(coordinate.apply(name), having, lacking);
            }
        }
        return Ordered.copy(merged);
    }

    private InputElement merge(String coordinate, List<Source<InputElement>> sources, Directives joins) {
        InputElement first = sources.getFirst().element();
        Directives directives =
                joins.with(merging.directives().merge(coordinate, sources).applied());
        return new InputElement(
                first.name(),
                Descriptions.merge(sources),
                type(coordinate, sources),
                defaultValue(coordinate, sources),
                directives,
                first.location());
    }

    private Type<?> type(String coordinate, List<Source<InputElement>> sources) {
        List<Type<?>> types =
                sources.stream().<Type<?>>map(source -> source.element().type()).toList();
        Optional<Type<?>> merged = new TypeReconciler(merging.hierarchy()).forInput(types);
        if (merged.isEmpty()) {
            merging.problems()
                    .error(
                            typeMismatch,
                            coordinate,
                            Source.places(sources),
                            "the type of \"" + coordinate + "\" is "
                                    + TypeReconciler.describe(sources, InputElement::type)
                                    + ", and none of them fits all; use one type in every subgraph");
        }
        return merged.orElseGet(types::getFirst);
    }

    private @Nullable Value<?> defaultValue(String coordinate, List<Source<InputElement>> sources) {
        Value<?> first = sources.getFirst().element().defaultValue();
        boolean same = sources.stream()
                .allMatch(source -> DefaultValues.same(source.element().defaultValue(), first));
        if (same) {
            return first;
        }
        // Where a subgraph has no default, leaving the value out has to reach it as just that.
        if (sources.stream().anyMatch(source -> source.element().defaultValue() == null)) {
            merging.problems()
                    .hint(
                            coordinate,
                            "the default of \"" + coordinate + "\" is left out, because it is " + described(sources));
            return null;
        }
        merging.problems()
                .error(
                        defaultMismatch,
                        coordinate,
                        Source.places(sources),
                        "the default of \"" + coordinate + "\" is " + described(sources)
                                + "; use the same default in every subgraph");
        return first;
    }

    private static String described(List<Source<InputElement>> sources) {
        return sources.stream()
                .map(source -> print(source.element().defaultValue()) + " in \""
                        + source.subgraph().name() + "\"")
                .collect(Collectors.joining(", "));
    }

    private static String print(@Nullable Value<?> value) {
        return value == null ? "absent" : AstPrinter.printAst(value);
    }

    private void reportLacking(
            String coordinate, List<Source<InputElement>> having, List<? extends Source<?>> lacking) {
        List<Source<InputElement>> requiring =
                having.stream().filter(source -> source.element().required()).toList();
        if (requiring.isEmpty()) {
            merging.problems()
                    .hint(
                            coordinate,
                            "\"" + coordinate + "\" is left out, because it is unknown to " + Source.names(lacking));
            return;
        }
        merging.problems()
                .error(
                        requiredMissing,
                        coordinate,
                        Source.places(requiring),
                        "\"" + coordinate + "\" is required in " + Source.names(requiring) + " but unknown to "
                                + Source.names(lacking) + "; add it there, or make it optional");
    }
}
