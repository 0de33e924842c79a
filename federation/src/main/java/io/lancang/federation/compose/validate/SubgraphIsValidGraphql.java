package io.lancang.federation.compose.validate;

import io.lancang.federation.compose.problem.ErrorCode;
import io.lancang.federation.compose.problem.Place;
import io.lancang.federation.compose.problem.Problems;
import io.lancang.federation.compose.schema.TypeElement;
import io.lancang.federation.compose.subgraph.Subgraph;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A subgraph's schema, federation's directives apart, is valid GraphQL. graphql-java decides. */
final class SubgraphIsValidGraphql implements SubgraphRule {

    private static final Pattern QUOTED = Pattern.compile("'([A-Za-z_]\\w*)");

    @Override
    public void check(Subgraph subgraph, Problems problems) {
        for (String message : GraphqlRules.violations(subgraph.types().values())) {
            TypeElement type = mentioned(subgraph, message);
            problems.error(
                    ErrorCode.INVALID_GRAPHQL,
                    type == null ? "" : type.name(),
                    type == null ? Place.whole(subgraph.name()) : subgraph.place(type),
                    message);
        }
    }

    /** graphql-java names the type first; its own line number counts in a text that nobody has seen. */
    private static @Nullable TypeElement mentioned(Subgraph subgraph, String message) {
        Matcher quoted = QUOTED.matcher(message);
        while (quoted.find()) {
            TypeElement type = subgraph.type(quoted.group(1));
            if (type != null) {
                return type;
            }
        }
        return null;
    }
}
