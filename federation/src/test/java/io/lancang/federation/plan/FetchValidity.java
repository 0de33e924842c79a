package io.lancang.federation.plan;

import graphql.language.VariableDefinition;
import graphql.parser.Parser;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;
import io.lancang.federation.operation.Operation;
import io.lancang.federation.operation.document.SpecifiedRules;
import io.lancang.federation.operation.input.TypeTexts;
import io.lancang.federation.plan.query.ContextVariable;
import io.lancang.federation.plan.query.EntityFetch;
import io.lancang.federation.plan.query.Fetch;
import io.lancang.federation.plan.query.PlanPrinter;
import io.lancang.federation.plan.query.QueryPlan;
import io.lancang.federation.plan.query.RootFetch;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Each request is valid against the schema of its subgraph, by all rules of GraphQL, the merging of fields included. */
final class FetchValidity {
    private final SubgraphSchemas schemas;

    FetchValidity(SubgraphSchemas schemas) {
        this.schemas = schemas;
    }

    void check(Operation operation, QueryPlan plan) {
        for (Fetch fetch : plan.fetches()) {
            String document = document(operation, fetch);
            List<ValidationError> errors = SpecifiedRules.errors(schemas.of(fetch.subgraph()), Parser.parse(document));
            // A request nests fragments where a selection has two conditions of a kind; an explained plan does not.
            errors.removeIf(error -> error.getValidationErrorType() == ValidationErrorType.DuplicateDirectiveName);
            PlanDefect.unless(
                    errors.isEmpty(),
                    PlanDefect.Rule.VALID,
                    () -> "the request to " + fetch.subgraph() + " is not valid: " + errors + "\n" + document);
        }
    }

    private static String document(Operation operation, Fetch fetch) {
        return switch (fetch) {
            case RootFetch root -> {
                String selections = PlanPrinter.selections(root.selections());
                String variables = variables(operation, selections);
                yield root.type().name().toLowerCase(Locale.ROOT)
                        + (variables.isEmpty() ? "" : "(" + variables + ")")
                        + " {\n" + selections + "}";
            }
            case EntityFetch entities -> {
                StringBuilder calls = new StringBuilder();
                StringBuilder contexts = new StringBuilder();
                for (int index = 0; index < entities.calls().size(); index++) {
                    calls.append("_")
                            .append(index)
                            .append(": _entities(representations: $r) {\n")
                            .append(PlanPrinter.selections(
                                    entities.calls().get(index).selections()))
                            .append("}\n");
                    for (ContextVariable context : entities.calls().get(index).contexts()) {
                        contexts.append("$")
                                .append(context.name())
                                .append(": ")
                                .append(context.type())
                                .append(' ');
                    }
                }
                yield "query($r: [_Any!]! " + contexts + variables(operation, calls.toString()) + ") {\n" + calls + "}";
            }
        };
    }

    /** Declares what a request uses: the subgraph need not know the types of other variables. */
    private static String variables(Operation operation, String selections) {
        StringBuilder variables = new StringBuilder();
        for (VariableDefinition variable : operation.variables()) {
            if (Pattern.compile("\\$" + variable.getName() + "\\b")
                    .matcher(selections)
                    .find()) {
                variables.append("$").append(variable.getName()).append(": ").append(TypeTexts.of(variable.getType()));
                variables.append(' ');
            }
        }
        return variables.toString();
    }
}
