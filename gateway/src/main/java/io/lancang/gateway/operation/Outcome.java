package io.lancang.gateway.operation;

import io.lancang.federation.AnswerPart;
import io.lancang.federation.GraphQLResponse;
import io.lancang.gateway.limits.Places;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.lancang.gateway.subscription.ClientStream;
import java.util.concurrent.Flow;

/** What an operation led to. */
public sealed interface Outcome {
    /** One answer, or the refusal of a subscription that is not valid. */
    record Answered(GraphQLResponse answer) implements Outcome {}

    /** A stream of answers, which the receiver has to start or to end. */
    record Subscribed(ClientStream stream) implements Outcome {}

    /**
     * An answer in parts. The receiver subscribes to them and gives the place back when it has had the last or wants no more.
     *
     * @param client for whom; abandoned if it wants no more
     * @param places in which the answer has a place
     */
    record InParts(Flow.Publisher<AnswerPart> parts, ClientRequest client, Places places) implements Outcome {}
}
