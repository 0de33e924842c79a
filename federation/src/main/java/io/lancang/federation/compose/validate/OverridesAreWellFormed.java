package io.lancang.federation.compose.validate;

import io.lancang.federation.compose.problem.CompositionErrorCode;
import io.lancang.federation.compose.problem.Problems;
import io.lancang.federation.compose.schema.AppliedDirective;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.FieldElement;
import io.lancang.federation.compose.schema.FieldsType;
import io.lancang.federation.compose.subgraph.SubgraphModel;
import java.util.regex.Pattern;

/** A field is taken over from another subgraph, and under a label that a router can decide. */
final class OverridesAreWellFormed implements SubgraphRule {

    private static final Pattern PERCENT = Pattern.compile("percent\\((\\d{1,2}(\\.\\d{1,8})?|100)\\)");
    private static final Pattern LABEL = Pattern.compile("[a-zA-Z][a-zA-Z0-9_\\-:./]*");

    @Override
    public void check(SubgraphModel subgraph, Problems problems) {
        Fields.forEach(
                subgraph,
                (type, field) -> field.directives()
                        .first(FederationDirective.OVERRIDE)
                        .ifPresent(override -> check(subgraph, type, field, override, problems)));
    }

    private static void check(
            SubgraphModel subgraph, FieldsType type, FieldElement field, AppliedDirective override, Problems problems) {
        String coordinate = Fields.coordinate(type, field);
        if (subgraph.name().equals(override.text("from"))) {
            problems.error(
                    CompositionErrorCode.OVERRIDE_FROM_SELF_ERROR,
                    coordinate,
                    subgraph.place(field),
                    "\"" + coordinate
                            + "\" is taken over from its own subgraph; name another one, or remove @override");
        }
        String label = override.text("label");
        if (label != null && !isLabel(label)) {
            problems.error(
                    CompositionErrorCode.OVERRIDE_LABEL_INVALID,
                    coordinate,
                    subgraph.place(field),
                    "the label \"" + label + "\" of @override on \"" + coordinate
                            + "\" is neither percent(0) to percent(100) nor a name of letters, digits and _ - : . /"
                            + " that starts with a letter");
        }
    }

    private static boolean isLabel(String label) {
        return PERCENT.matcher(label).matches() || LABEL.matcher(label).matches();
    }
}
