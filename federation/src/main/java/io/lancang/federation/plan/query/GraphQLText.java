package io.lancang.federation.plan.query;

import graphql.language.Argument;
import graphql.language.AstPrinter;
import java.util.List;
import java.util.stream.Collectors;

/** Compact GraphQL text of what graphql-java holds as a tree. */
public final class GraphQLText {
    private GraphQLText() {}

    /** With parentheses; empty if there are no arguments. */
    public static String arguments(List<Argument> arguments) {
        if (arguments.isEmpty()) {
            return "";
        }
        return arguments.stream()
                .map(argument -> argument.getName() + ":" + AstPrinter.printAstCompact(argument.getValue()))
                .collect(Collectors.joining(",", "(", ")"));
    }
}
