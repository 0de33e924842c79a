package io.lancang.gateway.operation;

import io.lancang.federation.execute.GraphQLResponse;
import io.lancang.gateway.subscription.ClientStream;

/** What an operation led to. */
public sealed interface Outcome {
    /** One answer; also what is told about a subscription that is not valid. */
    record Answered(GraphQLResponse answer) implements Outcome {}

    /** A stream of answers, which the receiver has to start or to end. */
    record Subscribed(ClientStream stream) implements Outcome {}
}
