package io.lancang.federation.compose.validate;

import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import io.lancang.federation.compose.schema.FieldElement;
import io.lancang.federation.compose.schema.InputElement;
import io.lancang.federation.compose.schema.Literals;
import io.lancang.federation.compose.schema.TypeReferences;
import io.lancang.federation.compose.subgraph.SubgraphModel;
import io.lancang.federation.fieldset.FieldSetSelection;
import java.util.ArrayList;
import java.util.List;

/** Checks the arguments that a selection in a field set gives to a field. */
final class FieldSetArguments {
    private FieldSetArguments() {}

    /**
     * What is wrong with them; empty for good ones.
     *
     * @param name of the field, with its type, for messages
     */
    static List<String> complaints(
            SubgraphModel subgraph, String name, FieldElement field, FieldSetSelection.Field selected) {
        List<String> complaints = new ArrayList<>();
        selected.arguments().forEach((argument, value) -> {
            InputElement parameter = field.arguments().get(argument);
            if (parameter == null) {
                complaints.add("\"" + name + "\" has no argument \"" + argument + "\"");
            } else if (!isLiteral(subgraph, value, parameter)) {
                complaints.add("the argument \"" + argument + "\" of \"" + name + "\" takes a value of type \""
                        + TypeReferences.print(parameter.type()) + "\", and " + value + " is none");
            }
        });
        for (InputElement argument : field.arguments().values()) {
            if (argument.required() && !selected.arguments().containsKey(argument.name())) {
                complaints.add("\"" + name + "\" needs its argument \"" + argument.name() + "\"");
            }
        }
        return complaints;
    }

    private static boolean isLiteral(SubgraphModel subgraph, String value, InputElement parameter) {
        try {
            return new Literals(subgraph::type).fit(Parser.parseValue(value), parameter.type());
        } catch (InvalidSyntaxException variable) {
            // Who knows literals only takes a variable for a mistake in writing.
            return false;
        }
    }
}
