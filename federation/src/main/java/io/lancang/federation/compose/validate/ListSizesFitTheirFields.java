package io.lancang.federation.compose.validate;

import graphql.language.IntValue;
import io.lancang.federation.compose.problem.CompositionErrorCode;
import io.lancang.federation.compose.problem.Place;
import io.lancang.federation.compose.problem.Problems;
import io.lancang.federation.compose.schema.AppliedDirective;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.FieldElement;
import io.lancang.federation.compose.schema.InputElement;
import io.lancang.federation.compose.schema.ListItems;
import io.lancang.federation.compose.schema.TypeReferences;
import io.lancang.federation.compose.subgraph.SubgraphModel;
import java.util.List;
import java.util.Optional;

/** {@code @listSize} speaks of a list, of arguments that slice it and of lists in what the field returns. */
final class ListSizesFitTheirFields implements SubgraphRule {

    @Override
    public void check(SubgraphModel subgraph, Problems problems) {
        Fields.forEach(
                subgraph,
                (type, field) -> field.directives()
                        .first(FederationDirective.LIST_SIZE)
                        .ifPresent(listSize ->
                                new Check(subgraph, field, Fields.coordinate(type, field), listSize, problems).run()));
    }

    private record Check(
            SubgraphModel subgraph,
            FieldElement field,
            String coordinate,
            AppliedDirective listSize,
            Problems problems) {

        void run() {
            List<String> sizedFields = ListItems.texts(listSize.arguments().get("sizedFields"));
            if (sizedFields.isEmpty() && !TypeReferences.isList(field.type())) {
                error(
                        CompositionErrorCode.LIST_SIZE_APPLIED_TO_NON_LIST,
                        "\"" + coordinate
                                + "\" is no list; name the lists in it with sizedFields, or remove @listSize");
            }
            if (listSize.arguments().get("assumedSize") instanceof IntValue size
                    && size.getValue().signum() < 0) {
                error(
                        CompositionErrorCode.LIST_SIZE_INVALID_ASSUMED_SIZE,
                        "\"" + coordinate + "\" assumes a size of " + size.getValue() + "; take 0 or more");
            }
            ListItems.texts(listSize.arguments().get("slicingArguments")).forEach(this::checkSlicing);
            sizedFields.forEach(this::checkSized);
        }

        private void checkSlicing(String name) {
            InputElement argument = field.arguments().get(name);
            boolean isInt = argument != null
                    && !TypeReferences.isList(argument.type())
                    && TypeReferences.namedType(argument.type()).equals("Int");
            if (!isInt) {
                error(
                        CompositionErrorCode.LIST_SIZE_INVALID_SLICING_ARGUMENT,
                        "\"" + name + "\" is no argument of type Int of \"" + coordinate
                                + "\" that could slice a list");
            }
        }

        private void checkSized(String name) {
            Optional<FieldElement> sized = subgraph.field(TypeReferences.namedType(field.type()), name);
            if (sized.filter(each -> TypeReferences.isList(each.type())).isEmpty()) {
                error(
                        sized.isPresent()
                                ? CompositionErrorCode.LIST_SIZE_APPLIED_TO_NON_LIST
                                : CompositionErrorCode.LIST_SIZE_INVALID_SIZED_FIELD,
                        "\"" + name + "\" is no list in the type \"" + TypeReferences.print(field.type()) + "\" of \""
                                + coordinate + "\"");
            }
        }

        private void error(CompositionErrorCode code, String message) {
            problems.error(code, coordinate, Place.of(subgraph.name(), listSize.location()), message);
        }
    }
}
