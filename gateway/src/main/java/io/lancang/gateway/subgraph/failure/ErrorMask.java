package io.lancang.gateway.subgraph.failure;

import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.error.GraphQLError;
import io.lancang.gateway.config.GatewayConfig;
import io.lancang.gateway.config.subgraph.SubgraphConfig;
import io.lancang.gateway.config.subgraph.SubgraphErrorsConfig;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/**
 * Decides what clients see of errors that subgraphs report. What is not on the list of codes becomes a message with an id, since
 * nobody knows what a subgraph puts into a message: SQL, names of hosts, stack traces. Thread-safe.
 */
public final class ErrorMask {
    private final Rule common;
    private final Map<String, Rule> ofSubgraphs;
    private final ErrorLog log;

    /**
     * What passes.
     *
     * @param mask whether anything is masked
     * @param codes that pass with their message
     * @param extensions that pass besides
     * @param maxMessageLength in characters
     */
    record Rule(boolean mask, Set<String> codes, Set<String> extensions, int maxMessageLength) {}

    ErrorMask(Rule common, Map<String, Rule> ofSubgraphs, ErrorLog log) {
        this.common = common;
        this.ofSubgraphs = ofSubgraphs;
        this.log = log;
    }

    /** The mask of the configuration. */
    public static ErrorMask of(GatewayConfig config) {
        SubgraphErrorsConfig common = config.subgraphErrors();
        Map<String, Rule> own = config.subgraphs().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> rule(entry.getValue(), common)));
        return new ErrorMask(
                new Rule(common.mask(), common.codes(), common.extensions(), common.maxMessageLength()),
                own,
                new ErrorLog());
    }

    private static Rule rule(SubgraphConfig subgraph, SubgraphErrorsConfig common) {
        return new Rule(
                subgraph.errors().mask().orElse(common.mask()),
                subgraph.errors().codes().orElse(common.codes()),
                subgraph.errors().extensions().orElse(common.extensions()),
                common.maxMessageLength());
    }

    /** The error as a client sees it, without path. */
    public GraphQLError shown(String subgraph, GraphQLError reported) {
        Rule rule = ofSubgraphs.getOrDefault(subgraph, common);
        if (!rule.mask()) {
            return reported;
        }
        if (!rule.codes().contains(reported.code())) {
            return masked(subgraph, reported);
        }
        return reported.reduced(shortened(reported.message(), rule.maxMessageLength()), rule.extensions());
    }

    private GraphQLError masked(String subgraph, GraphQLError reported) {
        String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        log.masked(id, subgraph, reported);
        return new GraphQLError(
                "Subgraph \"" + subgraph + "\" reported an error. The gateway's log has it under the id " + id + ".",
                List.of(),
                List.of(),
                ErrorCode.SUBGRAPH_ERROR.name(),
                subgraph,
                Map.of("id", id));
    }

    static String shortened(String text, int maximum) {
        return text.length() <= maximum ? text : text.substring(0, maximum) + "...";
    }
}
