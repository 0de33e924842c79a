package io.lancang.federation.compose.apischema;

import io.lancang.federation.compose.merge.MergedSchema;
import io.lancang.federation.compose.problem.CompositionErrorCode;
import io.lancang.federation.compose.problem.Problems;
import io.lancang.federation.compose.schema.TypeElement;
import io.lancang.federation.compose.validate.GraphqlRules;
import io.lancang.federation.compose.validate.InputCycles;
import io.lancang.federation.compose.validate.OneOfInputs;
import java.util.Map;
import java.util.Objects;

/** Checks the schema that clients will see. */
public final class ApiSchemaValidation {

    private ApiSchemaValidation() {}

    /** Reports what hides too much and, where nothing does, what is no valid GraphQL once it is merged. */
    public static void check(MergedSchema schema, Problems problems) {
        new InaccessibleElements(schema, problems).check();
        if (!problems.hasErrors()) {
            checkInputs(schema, problems);
        }
        if (!problems.hasErrors()) {
            for (GraphqlRules.Violation violation :
                    GraphqlRules.violations(AccessibleTypes.of(schema).values())) {
                String typeName = Objects.requireNonNullElse(violation.typeName(), "");
                report(
                        schema,
                        typeName,
                        typeName,
                        violation.message() + "; make the subgraphs agree on what is named there",
                        problems);
            }
        }
    }

    /** What each subgraph's inputs allow, all of them together may not. */
    private static void checkInputs(MergedSchema schema, Problems problems) {
        Map<String, TypeElement> types = AccessibleTypes.of(schema);
        InputCycles.of(types)
                .forEach(
                        cycle -> report(schema, cycle.coordinate(), cycle.type().name(), cycle.message(), problems));
        OneOfInputs.constants(types.values())
                .forEach(constant ->
                        report(schema, constant.coordinate(), constant.type().name(), constant.message(), problems));
    }

    private static void report(
            MergedSchema schema, String coordinate, String typeName, String message, Problems problems) {
        problems.error(
                CompositionErrorCode.INVALID_GRAPHQL,
                coordinate,
                schema.placesOf(typeName),
                "the merged schema is no valid GraphQL: " + message);
    }
}
