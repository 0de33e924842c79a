package io.lancang.gateway.http;

import io.lancang.gateway.config.AnswersConfig;
import io.lancang.gateway.limits.BytePot;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;

/**
 * Decides which answers are compressed. The server compresses what says nothing of its encoding, in the encoding that the
 * client prefers; Quarkus marks every response as not to be compressed before it comes here. Streams keep the mark: their
 * parts would wait in the compressor for more.
 *
 * <p>The server compresses on the event loop. What takes long there is given to it in slices; if too much is in slices already,
 * an answer goes as it is, which takes no time. Thread-safe.
 */
final class AnswerCompression {
    private static final CharSequence VARY = HttpHeaders.createOptimized("Vary");

    /** An answer of this length takes a few milliseconds to compress. */
    private static final int LARGE = 256 * 1024;

    private final Vertx vertx;
    private final long threshold;
    /** What is in slices is held twice for a while: as it is, and compressed. Room for two of the largest answers. */
    private final BytePot inSlices;

    AnswerCompression(Vertx vertx, AnswersConfig config) {
        this.vertx = vertx;
        threshold = config.compressionThreshold().asLongValue();
        inSlices = new BytePot(2 * config.maxSize().asLongValue());
    }

    /** Takes the mark from what nobody would compress anyway, so that it is not sent. */
    void begin(HttpServerRequest request) {
        if (!isOffered(request)) {
            request.response().headers().remove(HttpHeaders.CONTENT_ENCODING);
        }
    }

    /** Whether an answer of this length is compressed, if there is room for it. */
    boolean compresses(HttpServerRequest request, int length) {
        return isOffered(request) && length >= threshold;
    }

    /** Sends an answer, compressed if it is long enough and the client takes it so. */
    void end(HttpServerRequest request, Buffer body) {
        HttpServerResponse response = request.response();
        int length = body.length();
        if (!compresses(request, length)) {
            response.end(body);
        } else if (length < LARGE) {
            allow(response);
            response.end(body);
        } else if (inSlices.take(length)) {
            allow(response);
            SlicedBody.send(vertx, response, body, () -> inSlices.giveBack(length));
        } else {
            response.end(body);
        }
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
