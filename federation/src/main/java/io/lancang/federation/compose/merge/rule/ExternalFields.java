package io.lancang.federation.compose.merge.rule;

import graphql.language.AstPrinter;
import graphql.language.Value;
import io.lancang.federation.compose.merge.source.DefaultValues;
import io.lancang.federation.compose.merge.source.Source;
import io.lancang.federation.compose.merge.source.TypeReconciler;
import io.lancang.federation.compose.merge.type.Merging;
import io.lancang.federation.compose.problem.CompositionErrorCode;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.FieldElement;
import io.lancang.federation.compose.schema.FieldsType;
import io.lancang.federation.compose.schema.InputElement;
import io.lancang.federation.compose.schema.TypeElement;
import io.lancang.federation.compose.schema.TypeReferences;
import io.lancang.federation.compose.subgraph.SubgraphModel;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An external field has to repeat truthfully what another subgraph defines.
 *
 * @param merging what all mergers share
 */
public record ExternalFields(Merging merging) {

    public void check(Map<String, TypeElement> types) {
        for (SubgraphModel subgraph : merging.subgraphs()) {
            for (FieldsType type : subgraph.fieldsTypes()) {
                if (types.get(type.name()) instanceof FieldsType merged) {
                    type.fields().values().stream()
                            .filter(field -> field.directives().has(FederationDirective.EXTERNAL))
                            .forEach(field -> check(type.name(), new Source<>(subgraph, field), merged));
                }
            }
        }
    }

    private void check(String typeName, Source<FieldElement> external, FieldsType mergedType) {
        FieldElement field = external.element();
        String coordinate = typeName + "." + field.name();
        if (!isDefinedSomewhere(mergedType, field.name())) {
            error(
                    CompositionErrorCode.EXTERNAL_MISSING_ON_BASE,
                    coordinate,
                    external,
                    "\"" + coordinate + "\" is @external, but no other subgraph defines it;"
                            + " define it there, or remove @external");
            return;
        }
        FieldElement merged = mergedType.fields().get(field.name());
        if (merged == null) {
            return;
        }
        if (!TypeReconciler.same(List.of(field.type(), merged.type()))) {
            error(
                    CompositionErrorCode.EXTERNAL_TYPE_MISMATCH,
                    coordinate,
                    external,
                    "\"" + coordinate + "\" is @external with type \"" + TypeReferences.print(field.type())
                            + "\", but the type is \"" + TypeReferences.print(merged.type())
                            + "\" where it is resolved; use the same type");
        }
        merged.arguments().values().forEach(argument -> checkArgument(coordinate, external, argument));
    }

    private boolean isDefinedSomewhere(FieldsType type, String fieldName) {
        return merging.subgraphs().stream()
                .anyMatch(subgraph -> defines(subgraph, type.name(), fieldName)
                        || type.interfaces().stream()
                                .anyMatch(face ->
                                        subgraph.isInterfaceObject(face) && defines(subgraph, face, fieldName)));
    }

    private static boolean defines(SubgraphModel subgraph, String typeName, String fieldName) {
        return subgraph.field(typeName, fieldName)
                .filter(field -> !field.directives().has(FederationDirective.EXTERNAL))
                .isPresent();
    }

    private void checkArgument(String coordinate, Source<FieldElement> external, InputElement merged) {
        InputElement argument = external.element().arguments().get(merged.name());
        String argumentCoordinate = coordinate + "(" + merged.name() + ":)";
        if (argument == null) {
            error(
                    CompositionErrorCode.EXTERNAL_ARGUMENT_MISSING,
                    argumentCoordinate,
                    external,
                    "\"" + coordinate + "\" is @external without the argument \"" + merged.name()
                            + "\" that it has where it is resolved; add the argument");
        } else if (!merging.hierarchy().isSubtype(merged.type(), argument.type())) {
            error(
                    CompositionErrorCode.EXTERNAL_ARGUMENT_TYPE_MISMATCH,
                    argumentCoordinate,
                    external,
                    "the type of \"" + argumentCoordinate + "\" is \"" + TypeReferences.print(argument.type())
                            + "\" on the @external field, but \"" + TypeReferences.print(merged.type())
                            + "\" where it is resolved; use the same type");
        } else if (!DefaultValues.same(argument.defaultValue(), merged.defaultValue())) {
            error(
                    CompositionErrorCode.EXTERNAL_ARGUMENT_DEFAULT_MISMATCH,
                    argumentCoordinate,
                    external,
                    "the default of \"" + argumentCoordinate + "\" is " + print(argument.defaultValue())
                            + " on the @external field, but " + print(merged.defaultValue())
                            + " where it is resolved; use the same default");
        }
    }

    private static String print(@Nullable Value<?> value) {
        return value == null ? "absent" : AstPrinter.printAst(value);
    }

    private void error(CompositionErrorCode code, String coordinate, Source<FieldElement> external, String message) {
        merging.problems().error(code, coordinate, List.of(external.place()), message);
    }
}
