package io.lancang.gateway.http.coding;

import io.lancang.gateway.bytes.WrappedBytes;
import io.lancang.gateway.config.limits.AnswersConfig;
import io.lancang.gateway.limits.BytePot;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jboss.logging.Logger;

/**
 * Decides which answers are compressed. The server compresses what says nothing of its encoding, in the encoding that the
 * client prefers; Quarkus marks every response as not to be compressed before it comes here. Streams keep the mark: their
 * parts would wait in the compressor for more. Codings that the server does not have are done here ({@link OwnCoding}).
 *
 * <p>The server compresses on the event loop. What takes long there is given to it in slices; if too much is in slices already,
 * an answer goes as it is, which takes no time. Thread-safe.
 */
public final class AnswerCompression {
    private static final Logger LOG = Logger.getLogger(AnswerCompression.class);
    private static final CharSequence VARY = HttpHeaders.createOptimized("Vary");

    /** An answer of this length takes a few milliseconds to compress. */
    private static final int LARGE = 256 * 1024;

    private final Vertx vertx;
    private final long threshold;
    /** What is in slices is held twice for a while: as it is, and compressed. Room for two of the largest answers. */
    private final BytePot inSlices;

    public AnswerCompression(Vertx vertx, AnswersConfig config) {
        this.vertx = vertx;
        threshold = config.compressionThreshold().asLongValue();
        inSlices = new BytePot(2 * config.maxSize().asLongValue());
        for (OwnCoding coding : OwnCoding.values()) {
            // What has to be loaded is loaded now, and not on an event loop.
            LOG.debugf("Content coding %s: %s", coding.text(), coding.isAvailable() ? "available" : "not available");
        }
    }

    /** Takes the mark from what nobody would compress anyway, so that it is not sent. */
    public void begin(HttpServerRequest request) {
        if (!isOffered(request)) {
            request.response().headers().remove(HttpHeaders.CONTENT_ENCODING);
        }
    }

    /** Whether an answer of this length is compressed, if there is room for it. */
    public boolean compresses(HttpServerRequest request, int length) {
        return isOffered(request) && length >= threshold;
    }

    /** Sends an answer, compressed if it is long enough and the client takes it so. */
    public void end(HttpServerRequest request, Buffer body) {
        if (!compresses(request, body.length())) {
            request.response().end(body);
            return;
        }
        OwnCoding own = new AcceptedCodings(request.headers().getAll(HttpHeaders.ACCEPT_ENCODING)).preferred();
        if (own == null) {
            endByServer(request.response(), body);
        } else {
            endAs(own, request.response(), body);
        }
    }

    private void endByServer(HttpServerResponse response, Buffer body) {
        int length = body.length();
        if (length < LARGE) {
            allow(response);
            response.end(body);
        } else if (inSlices.take(length)) {
            allow(response);
            SlicedBody.send(vertx, response, body, () -> inSlices.giveBack(length));
        } else {
            response.end(body);
        }
    }

    /** What takes long is compressed on a worker thread: these codings do not come in slices. */
    private void endAs(OwnCoding own, HttpServerResponse response, Buffer body) {
        int length = body.length();
        if (length < LARGE) {
            end(own, response, compressed(own, body));
        } else if (inSlices.take(length)) {
            vertx.executeBlocking(() -> compressed(own, body), /* ordered= */ false)
                    .onComplete(done -> {
                        inSlices.giveBack(length);
                        if (!response.closed()) {
                            if (done.succeeded()) {
                                end(own, response, done.result());
                            } else {
                                LOG.error("An answer was not compressed because of a defect", done.cause());
                                response.end(body);
                            }
                        }
                    });
        } else {
            response.end(body);
        }
    }

    private static Buffer compressed(OwnCoding own, Buffer body) {
        try {
            byte[] bytes = own.compress(body.getBytes());
            return WrappedBytes.of(bytes, bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void end(OwnCoding own, HttpServerResponse response, Buffer compressed) {
        allow(response);
        response.putHeader(HttpHeaders.CONTENT_ENCODING, own.text()).end(compressed);
    }

    private static void allow(HttpServerResponse response) {
        MultiMap headers = response.headers();
        headers.remove(HttpHeaders.CONTENT_ENCODING);
        String others = headers.get(VARY);
        headers.set(VARY, others == null ? HttpHeaders.ACCEPT_ENCODING : others + ", accept-encoding");
    }

    /** Before HTTP/1.1 nothing is compressed, and a body could not come in pieces. */
    private static boolean isOffered(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.ACCEPT_ENCODING) && request.version() != HttpVersion.HTTP_1_0;
    }
}
