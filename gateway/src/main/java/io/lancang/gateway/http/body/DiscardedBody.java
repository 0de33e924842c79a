package io.lancang.gateway.http.body;

import io.lancang.gateway.limits.Sweep;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.concurrent.TimeUnit;

/**
 * The body of a request that is refused, read and thrown away. A client that still sends when the connection closes gets a reset
 * instead of the refusal, so its rest is read as long as it is about the size, and takes about the time, of an honest mistake.
 */
final class DiscardedBody implements Sweep.Watched {
    /** How many times the allowed size is thrown away. */
    private static final long TIMES = 32;

    private static final long NANOS = TimeUnit.SECONDS.toNanos(5);

    private final HttpServerRequest request;
    private final BodyReader.Rules rules;
    private final long begin = System.nanoTime();
    private long discarded;

    private DiscardedBody(HttpServerRequest request, BodyReader.Rules rules) {
        this.request = request;
        this.rules = rules;
    }

    /** Throws the body away, or what is still to come of it. */
    static void of(HttpServerRequest request, BodyReader.Rules rules) {
        if (request.isEnded() || !hasBody(request)) {
            return;
        }
        DiscardedBody body = new DiscardedBody(request, rules);
        rules.sweep().add(body);
        request.handler(body::discard);
        request.exceptionHandler(ignored -> rules.sweep().remove(body));
        request.endHandler(ignored -> rules.sweep().remove(body));
    }

    private static boolean hasBody(HttpServerRequest request) {
        return announced(request) > 0
                || request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || request.version() == HttpVersion.HTTP_2;
    }

    /** The length that the client announced; negative if it did not. */
    static long announced(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? -1 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private void discard(Buffer piece) {
        discarded += piece.length();
        if (discarded > TIMES * rules.maximum()) {
            close();
        }
    }

    private void close() {
        rules.sweep().remove(this);
        request.connection().close();
    }

    @Override
    public void check(long now) {
        if (now - begin > NANOS) {
            close();
        }
    }
}
