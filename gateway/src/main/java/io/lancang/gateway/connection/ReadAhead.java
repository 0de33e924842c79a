package io.lancang.gateway.connection;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What a client has sent on a connection of HTTP/1.1 beyond the requests that it may have under way. The HTTP server would take
 * all of it apart at once, hundreds of requests for each read, and keep them in a queue without a bound; so bytes are handed on
 * in small pieces, and while there are too many requests none are, and none are read. Belongs to the connection's event loop.
 */
final class ReadAhead {
    /** A few dozen small requests, and little enough of a large body that cutting it costs nothing. */
    private static final int PIECE = 4 * 1024;

    private final ClientConnection connection;
    private final Deque<ByteBuf> waiting = new ArrayDeque<>();
    private boolean handing;
    private boolean stopped;

    ReadAhead(ClientConnection connection) {
        this.connection = connection;
    }

    /** Whether bytes can be handed on as they are, as those of nearly all clients can. */
    boolean takesAll(ByteBuf bytes) {
        return waiting.isEmpty() && bytes.readableBytes() <= PIECE && !connection.isFull();
    }

    /** Hands bytes on, now or later. */
    void receive(ChannelHandlerContext context, ByteBuf bytes) {
        waiting.add(bytes);
        handOn(context);
    }

    /** Hands more on, if some waits. Not at once: whoever says that a request is answered is still busy with the answer. */
    void resume(ChannelHandlerContext context) {
        if (!waiting.isEmpty() && !handing) {
            context.executor().execute(() -> {
                if (!waiting.isEmpty() && !handing) {
                    handOn(context);
                    context.fireChannelReadComplete();
                }
            });
        }
    }

    private void handOn(ChannelHandlerContext context) {
        if (handing) {
            return;
        }
        handing = true;
        // Before: the server may want to stop as well, which is not seen of a connection that is stopped already.
        read(context);
        while (!waiting.isEmpty() && !connection.isFull()) {
            ByteBuf next = waiting.element();
            context.fireChannelRead(next.readableBytes() > PIECE ? next.readRetainedSlice(PIECE) : waiting.remove());
        }
        if (!waiting.isEmpty()) {
            stop(context);
        }
        handing = false;
    }

    private void read(ChannelHandlerContext context) {
        if (stopped) {
            stopped = false;
            context.channel().config().setAutoRead(true);
        }
    }

    private void stop(ChannelHandlerContext context) {
        if (context.channel().config().isAutoRead()) {
            stopped = true;
            context.channel().config().setAutoRead(false);
        }
    }

    /** Forgets what waits, because the connection has ended. */
    void clear() {
        waiting.forEach(ByteBuf::release);
        waiting.clear();
    }
}
