package io.lancang.gateway.subgraph;

import static io.lancang.gateway.telemetry.SubgraphOutcome.ABANDONED;
import static io.lancang.gateway.telemetry.SubgraphOutcome.ANSWERED;
import static io.lancang.gateway.telemetry.SubgraphOutcome.REFUSED;
import static io.lancang.gateway.telemetry.SubgraphOutcome.TIMEOUT;
import static io.lancang.gateway.telemetry.SubgraphOutcome.TOO_LARGE;
import static io.lancang.gateway.telemetry.SubgraphOutcome.UNAVAILABLE;

import io.lancang.federation.execute.SubgraphException;
import io.lancang.federation.execute.SubgraphResponse;
import io.lancang.gateway.bytes.BoundedBytes;
import io.lancang.gateway.bytes.WrappedBytes;
import io.lancang.gateway.telemetry.SubgraphOutcome;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One request to a subgraph, from the first byte to the last. Belongs to one event loop: everything here runs on it, so
 * that whichever of answer, failure, timer and leaving client comes first decides, and the others find it decided.
 *
 * <p>Nothing is sent twice. A request that failed to connect would most likely fail again at once, and of one that was sent
 * nobody knows whether the subgraph has acted on it.
 */
final class SubgraphCall implements Abandonable {
    private static final Logger LOG = Logger.getLogger(SubgraphCall.class);

    private final SubgraphEndpoint endpoint;
    private final ClientRequest client;
    private final byte[] body;
    private final long begin = System.nanoTime();
    private final CompletableFuture<SubgraphResponse> answer = new CompletableFuture<>();
    private long timer = -1;
    private final boolean isHeadWanted;
    private boolean isInLine;
    private boolean isOpening;
    /** One object, by which it is known while it waits. */
    private final Runnable open = this::open;

    private @Nullable HttpClientRequest request;
    private @Nullable AnswerHead head;

    /** @param isHeadWanted whether somebody will ask for the {@link #head} */
    SubgraphCall(SubgraphEndpoint endpoint, ClientRequest client, byte[] body, boolean isHeadWanted) {
        this.isHeadWanted = isHeadWanted;
        this.endpoint = endpoint;
        this.client = client;
        this.body = body;
    }

    /** Sends the request. To be called once, on an event loop. */
    void start() {
        long remaining = client.deadline().remainingMillis();
        if (client.isAbandoned()) {
            fail(ABANDONED, SubgraphFailures.abandoned(endpoint.name()));
        } else if (remaining <= 0) {
            fail(TIMEOUT, SubgraphFailures.deadline(endpoint.name()));
        } else {
            client.started(this);
            long millis = Math.min(remaining, endpoint.timeoutMillis());
            timer = endpoint.vertx().setTimer(millis, ignored -> expire(millis));
            isInLine = true;
            endpoint.shares().enter(client.client(), open);
        }
    }

    private void open() {
        isOpening = true;
        endpoint.client().request(endpoint.post().setHeaders(client.headers())).onComplete(opened -> {
            isOpening = false;
            if (opened.succeeded()) {
                send(opened.result());
            } else {
                failed(SubgraphFailures.unreachable(endpoint.name(), opened.cause()));
            }
            if (answer.isDone()) {
                leaveShare();
            }
        });
    }

    /** Once only. Who has asked for a connection gets one, wanted or not, and keeps the share that it is part of until then. */
    private void leaveShare() {
        if (isInLine && !isOpening) {
            isInLine = false;
            endpoint.shares().leave(client.client(), open);
        }
    }

    CompletionStage<SubgraphResponse> answer() {
        return answer;
    }

    /** The head of the answer, once there is one. */
    AnswerHead head() {
        return Objects.requireNonNull(head, "the head is wanted, and the answer is there");
    }

    @Override
    public void abandon() {
        fail(ABANDONED, SubgraphFailures.abandoned(endpoint.name()));
    }

    private void send(HttpClientRequest opened) {
        request = opened;
        // Whatever fails, the future says so. Without a handler the client logs each reset as an error, one for each
        // client that leaves.
        opened.exceptionHandler(ignored -> {});
        if (answer.isDone()) {
            // The time was over while the request waited for a connection. Without the reset that would be lost.
            opened.reset();
            return;
        }
        opened.send(WrappedBytes.of(body, body.length))
                .onSuccess(this::receive)
                .onFailure(cause -> failed(SubgraphFailures.interrupted(endpoint.name(), cause)));
    }

    private void receive(HttpClientResponse response) {
        BoundedBytes received = new BoundedBytes(endpoint.maxResponseSize());
        response.handler(piece -> {
            if (answer.isDone()) {
                return;
            }
            if (!received.add(piece)) {
                fail(TOO_LARGE, SubgraphFailures.tooLarge(endpoint.name(), endpoint.maxResponseSize()));
            } else if (!endpoint.room().take(client, piece.length())) {
                fail(TOO_LARGE, SubgraphFailures.noRoom(endpoint.name()));
            }
        });
        response.exceptionHandler(cause -> failed(SubgraphFailures.interrupted(endpoint.name(), cause)));
        response.endHandler(ignored -> complete(response, received.toBytes()));
    }

    private void complete(HttpClientResponse response, byte[] bytes) {
        String contentType = response.getHeader(HttpHeaders.CONTENT_TYPE);
        if (contentType != null && !GraphQLBodies.isJson(contentType)) {
            failed(
                    isSuccess(response)
                            ? SubgraphFailures.contentType(endpoint.name(), contentType)
                            : SubgraphFailures.status(endpoint.name(), response.statusCode()));
        } else if (!isSuccess(response) && !GraphQLBodies.isResponse(bytes)) {
            failed(SubgraphFailures.status(endpoint.name(), response.statusCode()));
        } else if (decided(ANSWERED)) {
            if (isHeadWanted) {
                head = new AnswerHead(response.statusCode(), response.headers());
            }
            answer.complete(new SubgraphResponse(bytes));
        }
    }

    private void expire(long millis) {
        fail(TIMEOUT, SubgraphFailures.timeout(endpoint.name(), millis));
    }

    private void failed(SubgraphException exception) {
        if (SubgraphFailures.isOfTheClient(exception)) {
            fail(REFUSED, exception);
            return;
        }
        if (!answer.isDone()) {
            Throwable cause = exception.getCause();
            LOG.warnf("%s%s", exception.getMessage(), cause == null ? "" : " The cause: " + cause);
        }
        fail(UNAVAILABLE, exception);
    }

    private void fail(SubgraphOutcome outcome, SubgraphException exception) {
        if (decided(outcome)) {
            answer.completeExceptionally(exception);
            // Only now: a reset reports a failure at once, which has to find the answer decided.
            if (request != null) {
                request.reset();
            }
        }
    }

    /** Whether this is the first decision; then there is no other. */
    private boolean decided(SubgraphOutcome outcome) {
        if (answer.isDone()) {
            return false;
        }
        endpoint.vertx().cancelTimer(timer);
        client.ended(this);
        leaveShare();
        endpoint.meter().request(outcome, System.nanoTime() - begin);
        return true;
    }

    private static boolean isSuccess(HttpClientResponse response) {
        return response.statusCode() >= 200 && response.statusCode() < 300;
    }
}
