package io.lancang.gateway.http;

import io.lancang.gateway.bytes.BoundedBytes;
import io.lancang.gateway.request.Refusal;
import io.lancang.gateway.request.RefusedException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** Reads the body of one request into memory, unless it is too large. */
final class BodyReader {
    /**
     * How many times the allowed size is read and thrown away after a refusal. A client that still sends when the connection
     * closes gets a reset instead of the refusal, so its rest is read as long as it is about the size of an honest mistake.
     */
    private static final long DISCARDED_TIMES = 32;

    private final HttpServerRequest request;
    private final long maximum;
    private final Promise<byte[]> body = Promise.promise();
    private @Nullable BoundedBytes received;
    private long discarded;

    private BodyReader(HttpServerRequest request, long maximum) {
        this.request = request;
        this.maximum = maximum;
    }

    /** The body, or a {@link RefusedException} as soon as it is known to be larger than {@code maximum} bytes. */
    static Future<byte[]> read(HttpServerRequest request, long maximum) {
        return new BodyReader(request, maximum).read();
    }

    /** Throws a refused request's body away, so that the client reads the refusal. */
    static void discard(HttpServerRequest request, long maximum) {
        BodyReader reader = new BodyReader(request, maximum);
        request.handler(reader::discard);
    }

    private Future<byte[]> read() {
        long announced = announced();
        if (announced > maximum) {
            refuse();
        } else {
            received = new BoundedBytes(announced, maximum);
        }
        request.handler(this::receive);
        request.exceptionHandler(body::tryFail);
        request.endHandler(ignored -> {
            if (received != null) {
                body.tryComplete(received.toBytes());
            }
        });
        return body.future();
    }

    private void receive(Buffer piece) {
        if (received == null) {
            discard(piece);
        } else if (!received.add(piece)) {
            received = null;
            refuse();
        }
    }

    private void refuse() {
        body.tryFail(new RefusedException(Refusal.bodyTooLarge(maximum)));
    }

    private void discard(Buffer piece) {
        discarded += piece.length();
        if (discarded > DISCARDED_TIMES * maximum) {
            request.connection().close();
        }
    }

    private long announced() {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? -1 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
