package io.lancang.gateway.telemetry.trace;

import io.lancang.gateway.telemetry.SubgraphOutcome;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;

/** Takes note of what becomes of a request to a subgraph that is sent once. Only what ends it first counts. */
public sealed interface AttemptTrace permits RecordedAttempt, Untraced {
    /** Takes note of where it goes. The same options. */
    RequestOptions noted(RequestOptions options);

    /** There is a connection, over which the request is about to be sent: it gets the headers of the trace. */
    void sending(HttpClientRequest request);

    /** There is an answer, with this status of HTTP and so many bytes. */
    void answered(int status, int bytes);

    /** There is none. */
    void failed(SubgraphOutcome outcome);

    /** Nobody waits for its answer any more: another attempt was faster, or the time is over, or the client has gone. */
    void givenUp();
}
