package io.lancang.gateway.subgraph.call;

import static io.lancang.gateway.telemetry.SubgraphOutcome.REFUSED;
import static io.lancang.gateway.telemetry.SubgraphOutcome.TIMEOUT;
import static io.lancang.gateway.telemetry.SubgraphOutcome.TOO_LARGE;
import static io.lancang.gateway.telemetry.SubgraphOutcome.UNAVAILABLE;

import io.lancang.federation.SubgraphException;
import io.lancang.gateway.bytes.BoundedBytes;
import io.lancang.gateway.bytes.WrappedBytes;
import io.lancang.gateway.subgraph.answer.AnswerHead;
import io.lancang.gateway.subgraph.answer.GraphQLBodies;
import io.lancang.gateway.subgraph.endpoint.SubgraphEndpoint;
import io.lancang.gateway.subgraph.failure.SubgraphFailures;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.lancang.gateway.subgraph.resilience.Server;
import io.lancang.gateway.subgraph.timing.Alarms;
import io.lancang.gateway.telemetry.SubgraphOutcome;
import io.lancang.gateway.telemetry.trace.AttemptTrace;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A request that is sent once, from the first byte to the last. Belongs to one event loop, as the {@link SubgraphCall} does
 * that it is made for. Whichever of answer, failure and cancellation comes first decides; the others find it decided.
 */
final class SubgraphAttempt {
    private static final CharSequence DEADLINE = HttpHeaders.createOptimized("lancang-deadline-ms");

    /** Who waits for it. Called once, unless it is cancelled. */
    interface Listener {
        /** There is a GraphQL response, with whatever status. */
        void answered(SubgraphAttempt attempt, AnswerHead head, byte[] body);

        /**
         * There is none.
         *
         * @param head of what came instead of an answer; null if nothing came
         * @param isConnection whether the connection or the time was at fault, so that another attempt may fare better
         */
        void failed(
                SubgraphAttempt attempt,
                SubgraphOutcome outcome,
                SubgraphException failure,
                @Nullable AnswerHead head,
                boolean isConnection);
    }

    private final SubgraphEndpoint endpoint;
    private final ClientRequest client;
    private final byte[] body;
    private final LongSupplier remainingMillis;
    private final Listener listener;
    private final AttemptTrace trace;
    private final @Nullable Server server;
    private final long begin = System.nanoTime();
    private boolean isDecided;
    private boolean isInLine;
    private boolean isOpening;
    private long held;
    private Alarms.@Nullable Alarm alarm;
    /** One object, by which it is known while it waits. */
    private final Runnable open = this::open;

    private @Nullable HttpClientRequest request;

    /**
     * @param remainingMillis how long the answer is waited for, from the moment at which it is asked
     * @param server where it is sent to; null for the host of the subgraph's URL
     */
    SubgraphAttempt(
            SubgraphEndpoint endpoint,
            ClientRequest client,
            byte[] body,
            LongSupplier remainingMillis,
            Listener listener,
            AttemptTrace trace,
            @Nullable Server server) {
        this.trace = trace;
        this.server = server;
        this.endpoint = endpoint;
        this.client = client;
        this.body = body;
        this.remainingMillis = remainingMillis;
        this.listener = listener;
    }

    /** Sends the request, as soon as there is a connection for it. To be called once. */
    void start() {
        isInLine = true;
        endpoint.shares().enter(client.client(), open);
    }

    /** Where it is sent to; null for the host of the subgraph's URL. */
    @Nullable
    Server server() {
        return server;
    }

    /** Nanoseconds since it was made. */
    long age() {
        return System.nanoTime() - begin;
    }

    /** Whether it has been sent, and waits for nothing but the subgraph. */
    boolean isSent() {
        return request != null;
    }

    private void open() {
        isOpening = true;
        endpoint.client()
                .request(trace.noted(endpoint.post(server)).setHeaders(client.headers(endpoint.name())))
                .onComplete(opened -> {
                    isOpening = false;
                    if (opened.succeeded()) {
                        send(opened.result());
                    } else {
                        failed(SubgraphFailures.unreachable(endpoint.name(), opened.cause()), /* head= */ null);
                    }
                    if (isDecided) {
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

    private void send(HttpClientRequest opened) {
        request = opened;
        // Whatever fails, the future says so. Without a handler the client logs each reset as an error, one for each
        // client that leaves.
        opened.exceptionHandler(ignored -> {});
        if (isDecided) {
            // The time was over while the request waited for a connection. Without the reset that would be lost.
            opened.reset();
            return;
        }
        if (endpoint.resilience().sendsDeadline()) {
            opened.putHeader(DEADLINE, Long.toString(Math.max(1, remainingMillis.getAsLong())));
        }
        trace.sending(opened);
        long firstByte = endpoint.resilience().firstByteMillis();
        if (firstByte > 0) {
            alarm = endpoint.alarms().set(firstByte, () -> late(firstByte));
        }
        opened.send(WrappedBytes.of(body, body.length))
                .onSuccess(this::receive)
                .onFailure(cause -> failed(SubgraphFailures.interrupted(endpoint.name(), cause), /* head= */ null));
    }

    private void receive(HttpClientResponse response) {
        callOffAlarm();
        BoundedBytes received = new BoundedBytes(endpoint.maxResponseSize());
        String length = response.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null) {
            received.announce(length);
        }
        response.handler(piece -> {
            if (isDecided) {
                return;
            }
            if (!received.add(piece)) {
                fail(TOO_LARGE, SubgraphFailures.tooLarge(endpoint.name(), endpoint.maxResponseSize()));
            } else if (endpoint.room().take(client, piece.length())) {
                held += piece.length();
            } else {
                fail(TOO_LARGE, SubgraphFailures.noRoom(endpoint.name()));
            }
        });
        response.exceptionHandler(
                cause -> failed(SubgraphFailures.interrupted(endpoint.name(), cause), /* head= */ null));
        response.endHandler(ignored -> complete(response, received.toBytes()));
    }

    private void complete(HttpClientResponse response, byte[] bytes) {
        String contentType = response.getHeader(HttpHeaders.CONTENT_TYPE);
        AnswerHead head = new AnswerHead(response.statusCode(), response.headers());
        if (contentType != null && !GraphQLBodies.isJson(contentType)) {
            failed(
                    isSuccess(response)
                            ? SubgraphFailures.contentType(endpoint.name(), contentType)
                            : SubgraphFailures.status(endpoint.name(), response.statusCode()),
                    head);
        } else if (!isSuccess(response) && !GraphQLBodies.isResponse(bytes)) {
            failed(SubgraphFailures.status(endpoint.name(), response.statusCode()), head);
        } else if (decided()) {
            trace.answered(head.status(), bytes.length);
            listener.answered(this, head, bytes);
        }
    }

    private void late(long millis) {
        if (decided()) {
            end(
                    TIMEOUT,
                    SubgraphFailures.firstByte(endpoint.name(), millis),
                    /* head= */ null,
                    /* isConnection= */ true);
        }
    }

    private void failed(SubgraphException exception, @Nullable AnswerHead head) {
        if (decided()) {
            boolean isOfTheClient = SubgraphFailures.isOfTheClient(exception);
            end(isOfTheClient ? REFUSED : UNAVAILABLE, exception, head, /* isConnection= */ head == null);
        }
    }

    private void fail(SubgraphOutcome outcome, SubgraphException exception) {
        if (decided()) {
            end(outcome, exception, /* head= */ null, /* isConnection= */ false);
        }
    }

    private void end(
            SubgraphOutcome outcome, SubgraphException failure, @Nullable AnswerHead head, boolean isConnection) {
        trace.failed(outcome);
        // What came of it is kept by nobody.
        client.room().drop(held);
        reset();
        listener.failed(this, outcome, failure, head, isConnection);
    }

    /** Gives the request up, and its connection. Nobody hears of it any more. */
    void cancel() {
        if (decided()) {
            trace.givenUp();
            client.room().drop(held);
            reset();
        }
    }

    private void reset() {
        if (request != null) {
            // It reports a failure at once, which finds this decided.
            request.reset();
        }
    }

    /** Whether this is the first decision; then there is no other. */
    private boolean decided() {
        if (isDecided) {
            return false;
        }
        isDecided = true;
        callOffAlarm();
        leaveShare();
        return true;
    }

    private void callOffAlarm() {
        if (alarm != null) {
            endpoint.alarms().callOff(alarm);
        }
    }

    private static boolean isSuccess(HttpClientResponse response) {
        return response.statusCode() >= 200 && response.statusCode() < 300;
    }
}
