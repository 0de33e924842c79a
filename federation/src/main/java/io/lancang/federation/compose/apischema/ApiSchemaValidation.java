package io.lancang.federation.compose.apischema;

import io.lancang.federation.compose.merge.MergedSchema;
import io.lancang.federation.compose.problem.ErrorCode;
import io.lancang.federation.compose.problem.Problems;
import io.lancang.federation.compose.validate.GraphqlRules;
import java.util.Objects;

/** Checks the schema that clients will see. */
public final class ApiSchemaValidation {

    private ApiSchemaValidation() {}

    /** Reports what hides too much and, where nothing does, what graphql-java refuses. */
    public static void check(MergedSchema schema, Problems problems) {
        new InaccessibleElements(schema, problems).check();
        if (!problems.hasErrors()) {
            for (GraphqlRules.Violation violation :
                    GraphqlRules.violations(AccessibleTypes.of(schema).values())) {
                String typeName = Objects.requireNonNullElse(violation.typeName(), "");
                problems.error(
                        ErrorCode.INVALID_GRAPHQL,
                        typeName,
                        schema.placesOf(typeName),
                        "the merged schema is no valid GraphQL: " + violation.message()
                                + "; make the subgraphs agree on what is named there");
            }
        }
    }
}
