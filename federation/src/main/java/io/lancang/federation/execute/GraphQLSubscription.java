package io.lancang.federation.execute;

import java.util.concurrent.Flow;

/** What became of a client's wish to subscribe. */
public sealed interface GraphQLSubscription {
    /**
     * It can be subscribed to.
     *
     * @param subgraph whose events these are
     * @param answers one answer an event. Every subscriber opens a stream of its own at the subgraph, which is cancelled with
     *     it. The stream completes when the subgraph completes it, and fails with a {@link SubgraphException} if the subgraph
     *     breaks it off; whatever is wrong with a single event is an error in its answer
     */
    record Accepted(String subgraph, Flow.Publisher<GraphQLResponse> answers) implements GraphQLSubscription {}

    /** It was refused before anything was sent. */
    record Refused(GraphQLResponse answer) implements GraphQLSubscription {}
}
