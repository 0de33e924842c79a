package io.lancang.gateway.headers;

import io.vertx.core.MultiMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What subgraphs are sent for one client. Subgraphs without rules of their own have one object in common, and what a subgraph is sent
 * is made when it is asked for the first time. Belongs to the event loop of the client's connection.
 */
public final class SubgraphHeaders {
    /** Never changed. */
    static final MultiMap NOTHING = MultiMap.caseInsensitiveMultiMap();

    private final HeaderRules rules;
    private final MultiMap client;
    private final OutgoingHeaders common;
    private final Consumer<MultiMap> last;
    private final SubgraphIdentity identity;
    private final Map<String, OutgoingHeaders> own = new HashMap<>();

    SubgraphHeaders(
            HeaderRules rules,
            MultiMap client,
            OutgoingHeaders common,
            Consumer<MultiMap> last,
            SubgraphIdentity identity) {
        this.rules = rules;
        this.client = client;
        this.common = common;
        this.last = last;
        this.identity = identity;
    }

    /** The same for all subgraphs; clients are sent nothing of their headers. */
    public static SubgraphHeaders same(MultiMap headers) {
        return new SubgraphHeaders(
                HeaderRules.NONE, NOTHING, OutgoingHeaders.of(headers), ignored -> {}, SubgraphIdentity.NONE);
    }

    /** What this subgraph is sent; the same object for those that are sent the same. */
    public OutgoingHeaders of(String subgraph) {
        List<RequestRule> ofSubgraph = rules.ofRequests(subgraph);
        boolean isTold = identity.isFor(subgraph);
        return ofSubgraph.isEmpty() && !isTold
                ? common
                : own.computeIfAbsent(subgraph, ignored -> made(ofSubgraph, isTold));
    }

    private OutgoingHeaders made(List<RequestRule> ofSubgraph, boolean isTold) {
        OutgoingHeaders headers = common.copy();
        ofSubgraph.forEach(rule -> rule.apply(client, headers));
        last.accept(headers.all());
        if (isTold) {
            headers.identify(identity.headers());
        }
        return headers;
    }

    /** Nothing yet, for the headers of answers. */
    public AnswerHeaders answers() {
        return new AnswerHeaders(rules);
    }
}
