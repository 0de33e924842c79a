package io.lancang.gateway.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/**
 * Decides which answers are compressed. The server compresses what says nothing of its encoding, in the encoding that the
 * client prefers; Quarkus marks every response as not to be compressed before it comes here. Streams keep the mark: their
 * parts would wait in the compressor for more.
 *
 * @param threshold the length in bytes from which compression is worth its time
 */
record AnswerCompression(long threshold) {
    private static final CharSequence VARY = HttpHeaders.createOptimized("Vary");

    /** Takes the mark from what nobody would compress anyway, so that it is not sent. */
    void begin(HttpServerRequest request) {
        if (!isOffered(request)) {
            request.response().headers().remove(HttpHeaders.CONTENT_ENCODING);
        }
    }

    /** Has an answer of this length compressed if it is long enough and the client takes it so. */
    void allow(HttpServerRequest request, int length) {
        if (isOffered(request) && length >= threshold) {
            MultiMap headers = request.response().headers();
            headers.remove(HttpHeaders.CONTENT_ENCODING);
            headers.set(VARY, HttpHeaders.ACCEPT_ENCODING);
        }
    }

    private static boolean isOffered(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.ACCEPT_ENCODING);
    }
}
