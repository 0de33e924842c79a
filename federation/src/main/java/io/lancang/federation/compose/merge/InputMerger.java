package io.lancang.federation.compose.merge;

import graphql.language.AstPrinter;
import graphql.language.Type;
import graphql.language.Value;
import io.lancang.federation.compose.problem.ErrorCode;
import io.lancang.federation.compose.schema.Directives;
import io.lancang.federation.compose.schema.InputElement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Merges one argument or input field that every subgraph concerned has.
 *
 * @param merging what all mergers share
 * @param typeMismatch the code where types cannot be reconciled
 * @param defaultMismatch the code where defaults differ
 */
record InputMerger(Merging merging, ErrorCode typeMismatch, ErrorCode defaultMismatch) {

    static InputMerger forArguments(Merging merging) {
        return new InputMerger(
                merging, ErrorCode.FIELD_ARGUMENT_TYPE_MISMATCH, ErrorCode.FIELD_ARGUMENT_DEFAULT_MISMATCH);
    }

    static InputMerger forInputFields(Merging merging) {
        return new InputMerger(merging, ErrorCode.FIELD_TYPE_MISMATCH, ErrorCode.INPUT_FIELD_DEFAULT_MISMATCH);
    }

    /** The merged element, with {@code joins} before its other directives. */
    InputElement merge(String coordinate, List<Source<InputElement>> sources, Directives joins) {
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
        for (Source<InputElement> source : sources) {
            if (!Objects.equals(print(source.element().defaultValue()), print(first))) {
                merging.problems()
                        .error(
                                defaultMismatch,
                                coordinate,
                                Source.places(sources),
                                "the default of \"" + coordinate + "\" is "
                                        + described(sources.getFirst()) + " but " + described(source)
                                        + "; use the same default in every subgraph");
                break;
            }
        }
        return first;
    }

    private static String described(Source<InputElement> source) {
        String value = print(source.element().defaultValue());
        return (value == null ? "absent" : value) + " in \"" + source.subgraph().name() + "\"";
    }

    private static @Nullable String print(@Nullable Value<?> value) {
        return value == null ? null : AstPrinter.printAst(value);
    }
}
