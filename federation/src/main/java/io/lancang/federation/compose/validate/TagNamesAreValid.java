package io.lancang.federation.compose.validate;

import io.lancang.federation.compose.problem.CompositionErrorCode;
import io.lancang.federation.compose.problem.Place;
import io.lancang.federation.compose.problem.Problems;
import io.lancang.federation.compose.schema.AppliedDirective;
import io.lancang.federation.compose.schema.AppliedDirectives;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.TypeElement;
import io.lancang.federation.compose.subgraph.SubgraphModel;
import java.util.regex.Pattern;

/** Tags have names that tools can filter by. */
final class TagNamesAreValid implements SubgraphRule {

    private static final Pattern NAME = Pattern.compile("[_A-Za-z][-_/0-9A-Za-z]{0,127}");

    @Override
    public void check(SubgraphModel subgraph, Problems problems) {
        for (TypeElement type : subgraph.types().values()) {
            AppliedDirectives.elements(type)
                    .flatMap(element -> element.directives().all(FederationDirective.TAG))
                    .forEach(tag -> check(subgraph, type, tag, problems));
        }
    }

    private static void check(SubgraphModel subgraph, TypeElement type, AppliedDirective tag, Problems problems) {
        String name = String.valueOf(tag.text("name"));
        if (!NAME.matcher(name).matches()) {
            problems.error(
                    CompositionErrorCode.INVALID_TAG_NAME,
                    type.name(),
                    Place.of(subgraph.name(), tag.location()),
                    "\"" + name
                            + "\" is no name of a tag; use up to 128 letters, digits, _, - and /, the first a letter"
                            + " or _");
        }
    }
}
