package io.lancang.kit.export;

import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.representation.Packing;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Packs and sends the pieces of a file, each when the client took the one before. Nothing of the answer is begun before the first piece is
 * there, so that a failure can still be told. Of one answer, used by one context at a time.
 */
final class FileBody {
    private final HttpServerResponse response;
    private final Consumer<HttpServerResponse> begin;
    private final Packing packing;
    private final Duration patience;
    private Future<Void> last = Future.succeededFuture();

    /** @param begin sets status and headers */
    FileBody(HttpServerResponse response, Consumer<HttpServerResponse> begin, Packing packing, Duration patience) {
        this.response = response;
        this.begin = begin;
        this.packing = packing;
        this.patience = patience;
    }

    /** Sends a piece; complete when the one before was taken, so that two are under way at most. */
    Future<Void> send(Buffer piece) {
        return packing.isWork()
                ? vertx().executeBlocking(() -> packing.pack(piece))
                        .compose(packed -> write(Objects.requireNonNull(packed)))
                : write(packing.pack(piece));
    }

    private static Vertx vertx() {
        return Objects.requireNonNull(Vertx.currentContext(), "requests are answered on contexts")
                .owner();
    }

    private Future<Void> write(Buffer packed) {
        if (packed.length() == 0) {
            return Future.succeededFuture();
        }
        begin();
        Future<Void> before = last;
        last = taken(response.write(packed));
        return before;
    }

    private void begin() {
        if (!response.headWritten()) {
            begin.accept(response);
        }
    }

    /** A reader that takes nothing must not hold its connection to the database for long. */
    private Future<Void> taken(Future<Void> written) {
        return written.timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .recover(failure -> Future.failedFuture(
                        failure instanceof TimeoutException
                                ? new ServiceException(
                                        ErrorCode.TIMEOUT,
                                        "A piece of the file was not read within " + patience + ".",
                                        "Read faster, or ask for less.")
                                : failure));
    }

    /** Sends the end. */
    Future<Void> end() {
        return write(packing.end()).compose(sent -> last).compose(sent -> {
            begin();
            return response.end();
        });
    }
}
