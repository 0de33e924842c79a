package io.lancang.kit.cost;

import static io.smallrye.graphql.api.DirectiveLocation.ARGUMENT_DEFINITION;
import static io.smallrye.graphql.api.DirectiveLocation.ENUM;
import static io.smallrye.graphql.api.DirectiveLocation.FIELD_DEFINITION;
import static io.smallrye.graphql.api.DirectiveLocation.INPUT_FIELD_DEFINITION;
import static io.smallrye.graphql.api.DirectiveLocation.OBJECT;
import static io.smallrye.graphql.api.DirectiveLocation.SCALAR;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import io.smallrye.graphql.api.Directive;
import java.lang.annotation.Retention;
import org.eclipse.microprofile.graphql.Description;

/** The directive {@code @cost} of Apollo Federation 2.9: what a field costs instead of 1, or an object wherever it is returned. */
@Directive(on = {ARGUMENT_DEFINITION, ENUM, FIELD_DEFINITION, INPUT_FIELD_DEFINITION, OBJECT, SCALAR})
@Description("What this costs in demand control, instead of the default of its kind.")
@Retention(RUNTIME)
public @interface Cost {
    /** What it costs: 0 for what needs no work of its own, else about how many ordinary objects it stands for. */
    @Description("What it costs; an object costs 1 by default.")
    int weight();
}
