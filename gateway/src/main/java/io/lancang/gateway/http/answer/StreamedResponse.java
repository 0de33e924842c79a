package io.lancang.gateway.http.answer;

import io.lancang.federation.GraphQLResponse;
import io.lancang.gateway.access.Standing;
import io.lancang.gateway.http.format.StreamEncoding;
import io.lancang.gateway.http.format.StreamFormat;
import io.lancang.gateway.request.Problem;
import io.lancang.gateway.request.Refusal;
import io.lancang.gateway.shutdown.Shutdown;
import io.lancang.gateway.subscription.AnswerSink;
import io.lancang.gateway.subscription.ClientStream;
import io.lancang.gateway.subscription.Outflow;
import io.lancang.gateway.telemetry.SubscriptionEnd;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A response that stays open and carries one answer after the other. Ends with the stream, with the client, with the
 * client's patience to read, with its token, or with the gateway. Belongs to the event loop of the connection.
 */
public final class StreamedResponse implements AnswerSink {
    private final HttpServerResponse response;
    private final StreamEncoding encoding;
    private final ClientStream stream;
    private final Vertx vertx;
    private final Outflow outflow;
    private final long keepAliveTimer;
    private final Shutdown.Farewell farewell;
    private final @Nullable Long expiryTimer;
    private final Runnable unwatch;
    private boolean isOver;

    private StreamedResponse(
            HttpServerResponse response,
            StreamFormat format,
            ClientStream stream,
            Standing standing,
            StreamSettings settings) {
        this.response = response;
        this.encoding = format.encoding(stream.cursor());
        this.stream = stream;
        this.vertx = settings.vertx();
        outflow = new Outflow(vertx, response, settings.slowClientTimeout(), stream::resume, this::giveUp);
        keepAliveTimer = vertx.setPeriodic(settings.keepAlive().toMillis(), ignored -> keepAlive());
        farewell = settings.shutdown().onBegin(this::sayGoodbye);
        long life = standing.life();
        expiryTimer = life == Long.MAX_VALUE ? null : vertx.setTimer(Math.max(1, life), ignored -> expire());
        unwatch = standing.watch().begin(this::expire);
    }

    /** What streamed responses have in common. */
    public record StreamSettings(Vertx vertx, Duration keepAlive, Duration slowClientTimeout, Shutdown shutdown) {}

    /**
     * Begins the response and starts the stream.
     *
     * @param standing for how long the client may be sent answers
     */
    public static void begin(
            HttpServerResponse response,
            StreamFormat format,
            ClientStream stream,
            Standing standing,
            StreamSettings settings) {
        if (response.closed()) {
            stream.end(SubscriptionEnd.CANCELLED);
            return;
        }
        writeHead(response, format);
        StreamedResponse streamed = new StreamedResponse(response, format, stream, standing, settings);
        response.closeHandler(ignored -> streamed.left());
        stream.start(streamed);
    }

    /** Sends a single answer to a client that takes streams only. */
    public static void single(HttpServerResponse response, StreamFormat format, GraphQLResponse answer) {
        writeHead(response, format);
        StreamEncoding encoding = format.encoding(/* cursor= */ null);
        response.write(encoding.next(answer.body(), answer.length()));
        response.end(encoding.end());
    }

    private static void writeHead(HttpServerResponse response, StreamFormat format) {
        response.setChunked(true)
                .putHeader(HttpHeaders.CONTENT_TYPE, format.contentType())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                // Proxies of the nginx family hold answers back until a buffer is full, unless a header forbids it.
                .putHeader("X-Accel-Buffering", "no");
        response.write(format.encoding(/* cursor= */ null).begin());
    }

    @Override
    public boolean isReady() {
        return outflow.isReady();
    }

    @Override
    public void next(GraphQLResponse answer) {
        response.write(encoding.next(answer.body(), answer.length()));
    }

    @Override
    public void failed(Problem problem) {
        response.write(encoding.failed(problem));
        completed();
    }

    @Override
    public void completed() {
        stop();
        response.end(encoding.end());
    }

    private void keepAlive() {
        if (outflow.isReady()) {
            response.write(encoding.keepAlive());
        }
    }

    private void giveUp() {
        stop();
        stream.end(SubscriptionEnd.DROPPED);
        // An ordinary end would wait in the same queue that the client does not read.
        response.reset();
    }

    private void expire() {
        if (isOver) {
            return;
        }
        stream.end(SubscriptionEnd.EXPIRED);
        failed(Refusal.tokenExpired().problem());
    }

    private void sayGoodbye() {
        stream.end(SubscriptionEnd.SHUTDOWN);
        failed(Refusal.shuttingDown().problem());
    }

    private void left() {
        stop();
        stream.end(SubscriptionEnd.CANCELLED);
    }

    private void stop() {
        isOver = true;
        unwatch.run();
        outflow.stop();
        vertx.cancelTimer(keepAliveTimer);
        if (expiryTimer != null) {
            vertx.cancelTimer(expiryTimer);
        }
        farewell.cancel();
    }
}
