package io.lancang.gateway.http.coding;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/**
 * Writes a body slice by slice, with a turn for whatever else waits on the event loop between two: what the server does with all
 * of it at once, such as to compress it, would hold the others up. Does not wait for the client, so that what it leaves unread
 * is in the connection's queue, where it counts. Belongs to the event loop of the connection.
 */
final class SlicedBody {
    /**
     * Compressed in a fraction of a millisecond. Netty looks for what comes over the network after 64 turns at the latest, so 64
     * slices must not take long either.
     */
    private static final int SLICE = 16 * 1024;

    private final Vertx vertx;
    private final HttpServerResponse response;
    private final Buffer body;
    private final Runnable written;
    private int at;

    private SlicedBody(Vertx vertx, HttpServerResponse response, Buffer body, Runnable written) {
        this.vertx = vertx;
        this.response = response;
        this.body = body;
        this.written = written;
    }

    /**
     * Sends a body and ends the response.
     *
     * @param written called once when the body is not needed any more, also if the client has left before
     */
    static void send(Vertx vertx, HttpServerResponse response, Buffer body, Runnable written) {
        response.setChunked(true);
        new SlicedBody(vertx, response, body, written).next();
    }

    private void next() {
        if (response.closed()) {
            written.run();
            return;
        }
        int begin = at;
        at = Math.min(begin + SLICE, body.length());
        Buffer slice = body.slice(begin, at);
        if (at == body.length()) {
            written.run();
            response.end(slice);
        } else {
            response.write(slice);
            vertx.runOnContext(ignored -> next());
        }
    }
}
