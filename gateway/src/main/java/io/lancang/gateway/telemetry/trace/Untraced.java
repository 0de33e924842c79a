package io.lancang.gateway.telemetry.trace;

import io.lancang.gateway.telemetry.SubgraphOutcome;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;

/** Takes note of nothing: the request belongs to no operation that is traced. */
public enum Untraced implements FetchTrace, AttemptTrace {
    UNTRACED;

    @Override
    public void parts(int fresh, int stale, int missing) {
        // Nobody wants to know.
    }

    @Override
    public void staleInNeed(int parts) {
        // Nobody wants to know.
    }

    @Override
    public void joined() {
        // Nobody wants to know.
    }

    @Override
    public AttemptTrace attempt(boolean isHedge) {
        return this;
    }

    @Override
    public RequestOptions noted(RequestOptions options) {
        return options;
    }

    @Override
    public void sending(HttpClientRequest request) {
        // It keeps the headers of the client's own trace, where they are forwarded.
    }

    @Override
    public void answered(int status, int bytes) {
        // Nobody wants to know.
    }

    @Override
    public void failed(SubgraphOutcome outcome) {
        // Nobody wants to know.
    }

    @Override
    public void givenUp() {
        // Nobody wants to know.
    }
}
