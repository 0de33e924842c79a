package io.lancang.gateway.subscription;

import io.lancang.federation.GraphQLResponse;
import io.lancang.gateway.request.Problem;

/** Where the answers of one subscription go. Called on the event loop of the client's connection only. */
public interface AnswerSink {
    /** Whether the client has read enough to be sent more. If not, whoever owns the sink resumes the stream later. */
    boolean isReady();

    /** Sends the answer to one event. */
    void next(GraphQLResponse answer);

    /** Tells that the subgraph broke the stream off; nothing follows. */
    void failed(Problem problem);

    /** Tells that the subgraph has no more events; nothing follows. */
    void completed();
}
