package io.lancang.federation.compose.validate;

import io.lancang.federation.compose.problem.CompositionErrorCode;
import io.lancang.federation.compose.problem.Problems;
import io.lancang.federation.compose.schema.AppliedDirective;
import io.lancang.federation.compose.schema.InputElement;
import io.lancang.federation.compose.schema.InputType;
import io.lancang.federation.compose.schema.Literals;
import io.lancang.federation.compose.schema.TypeReferences;
import io.lancang.federation.compose.subgraph.SubgraphModel;

/** A default is a value of the type of its argument or input field. */
final class DefaultsFitTheirTypes implements SubgraphRule {

    @Override
    public void check(SubgraphModel subgraph, Problems problems) {
        Literals literals = new Literals(subgraph::type);
        Fields.forEach(
                subgraph,
                (type, field) -> field.arguments()
                        .values()
                        .forEach(argument -> check(
                                subgraph,
                                literals,
                                Fields.coordinate(type, field) + "(" + argument.name() + ":)",
                                argument,
                                problems)));
        subgraph.types().values().stream()
                .filter(InputType.class::isInstance)
                .map(InputType.class::cast)
                .forEach(type -> type.fields()
                        .values()
                        .forEach(
                                input -> check(subgraph, literals, type.name() + "." + input.name(), input, problems)));
    }

    private static void check(
            SubgraphModel subgraph, Literals literals, String coordinate, InputElement input, Problems problems) {
        if (input.defaultValue() != null && !literals.fit(input.defaultValue(), input.type())) {
            problems.error(
                    CompositionErrorCode.INVALID_GRAPHQL,
                    coordinate,
                    subgraph.place(input),
                    "the default of \"" + coordinate + "\" is " + AppliedDirective.print(input.defaultValue())
                            + ", which is no value of type \"" + TypeReferences.print(input.type())
                            + "\"; take another default, or remove it");
        }
    }
}
