package io.lancang.federation.plan;

import graphql.language.Argument;
import graphql.language.AstPrinter;
import java.util.List;
import java.util.stream.Collectors;

/** Compact GraphQL text of what graphql-java holds as a tree. */
final class GraphQLText {
    private GraphQLText() {}

    /** With parentheses; empty if there are no arguments. */
    static String arguments(List<Argument> arguments) {
        if (arguments.isEmpty()) {
            return "";
        }
        return arguments.stream()
                .map(argument -> argument.getName() + ":" + AstPrinter.printAstCompact(argument.getValue()))
                .collect(Collectors.joining(",", "(", ")"));
    }
}
