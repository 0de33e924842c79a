package io.lancang.gateway.connection;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * What a client has sent on its connection and nobody has looked at yet. The HTTP server would take all of it apart at once,
 * hundreds of requests or messages for each read, and keep requests of HTTP/1.1 in a queue without a bound. So bytes are handed on in
 * small pieces, and between two of them the event loop looks after other connections; while too many requests wait for their
 * answers, none are handed on. Nothing is read as long as something waits here. Belongs to the connection's event loop.
 */
// Nothing is done with the future of a task: it ends with the event loop.
@SuppressWarnings("FutureReturnValueIgnored")
final class ReadAhead {
    /** A few dozen small requests, and enough of a large body that cutting it costs next to nothing. */
    private static final int HTTP_1 = 4 * 1024;

    /** The same of HTTP/2, whose requests are a quarter as long. */
    private static final int HTTP_2 = 1024;

    private final ClientConnection connection;
    private final ChannelHandlerContext context;
    private final int piece;
    private final Deque<ByteBuf> waiting = new ArrayDeque<>();
    private boolean scheduled;
    private boolean stopped;

    private ReadAhead(ClientConnection connection, ChannelHandlerContext context, int piece) {
        this.connection = connection;
        this.context = context;
        this.piece = piece;
    }

    static ReadAhead ofHttp1(ClientConnection connection, ChannelHandlerContext context) {
        return new ReadAhead(connection, context, HTTP_1);
    }

    static ReadAhead ofHttp2(ClientConnection connection, ChannelHandlerContext context) {
        return new ReadAhead(connection, context, HTTP_2);
    }

    /** Whether bytes can be handed on as they are, as those of nearly all clients can. */
    boolean takesAll(ByteBuf bytes) {
        return waiting.isEmpty() && bytes.readableBytes() <= piece && !connection.isFull();
    }

    /** Hands bytes on, now or later. */
    void receive(ByteBuf bytes) {
        boolean isFirst = waiting.isEmpty();
        waiting.add(bytes);
        if (isFirst && !connection.isFull()) {
            handOn();
        } else {
            stop();
        }
    }

    /** Hands more on, if something waits that may be: after whatever else the event loop has to do. */
    void resume() {
        if (waiting.isEmpty() || scheduled || connection.isFull()) {
            return;
        }
        scheduled = true;
        // A task without a delay would be run before the next connection is read from.
        context.executor()
                .schedule(
                        () -> {
                            scheduled = false;
                            if (!waiting.isEmpty() && !connection.isFull()) {
                                handOn();
                                context.fireChannelReadComplete();
                            }
                        },
                        0,
                        TimeUnit.NANOSECONDS);
    }

    private void handOn() {
        // Before: the server may want to stop as well, which is not seen of a connection that is stopped already.
        read();
        ByteBuf next = waiting.element();
        context.fireChannelRead(next.readableBytes() > piece ? next.readRetainedSlice(piece) : waiting.remove());
        if (!waiting.isEmpty()) {
            stop();
            resume();
        }
    }

    private void read() {
        if (stopped) {
            stopped = false;
            context.channel().config().setAutoRead(true);
        }
    }

    private void stop() {
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
