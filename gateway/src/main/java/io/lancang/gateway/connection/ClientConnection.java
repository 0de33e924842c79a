package io.lancang.gateway.connection;

import io.lancang.federation.error.ErrorCode;
import io.lancang.gateway.limits.ClientRate;
import io.lancang.gateway.limits.Sweep;
import io.lancang.gateway.request.Refusal;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A client's connection, seen next to the socket: closes it if the head of a request takes too long, holds back what is sent far
 * ahead of the answers, and knows how many bytes the client has left unread. Belongs to the connection's event loop; the sweep
 * reads from outside what is volatile.
 */
// Whether a write or a close succeeds makes no difference: the connection ends either way.
@SuppressWarnings("FutureReturnValueIgnored")
final class ClientConnection extends ChannelDuplexHandler implements Sweep.Watched {
    private static final long NO_HEAD = 0;

    /** How long a client has to read why its connection ends. */
    private static final int LAST_WORD_MILLIS = 500;

    private final Channel channel;
    private final String client;
    private final Bounds bounds;
    /** Null until it is known which protocol the client speaks. */
    private @Nullable ReadAhead ahead;

    /** When the head began that is not complete; {@link #NO_HEAD} while none is expected. */
    private volatile long headBegin = NO_HEAD;

    private final AtomicLong queued = new AtomicLong();
    private final AtomicReference<@Nullable Runnable> settled = new AtomicReference<>();
    private int requests;
    private boolean received;
    private boolean ending;
    private boolean protocolKnown;

    /**
     * What each connection may do.
     *
     * @param headTimeout how long the head of a request of HTTP/1 may take
     * @param framesPerSecond frames of a WebSocket
     * @param streams of HTTP/2 at a time
     * @param resets how many streams of HTTP/2 a client may reset
     * @param requestsAhead how many requests of HTTP/1.1 may wait for the answer to the one before
     */
    record Bounds(Duration headTimeout, int framesPerSecond, int streams, ClientRate resets, int requestsAhead) {}

    /** @param client identifies the client */
    ClientConnection(Channel channel, String client, Bounds bounds) {
        this.channel = channel;
        this.client = client;
        this.bounds = bounds;
    }

    /** What is called once, when the event loop has got round to this connection or it has closed: called before it is let in. */
    void onSettled(Runnable listener) {
        settled.set(listener);
        channel.closeFuture().addListener(closed -> settled());
    }

    private void settled() {
        Runnable listener = settled.getAndSet(null);
        if (listener != null) {
            listener.run();
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        forgetWhatIsAhead();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        forgetWhatIsAhead();
        context.fireChannelInactive();
    }

    private void forgetWhatIsAhead() {
        if (ahead != null) {
            ahead.clear();
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        headBegin = System.nanoTime();
        context.fireChannelActive();
        // A task without a delay would be run before other connections are read from.
        context.executor().schedule(this::settled, 0, TimeUnit.NANOSECONDS);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        received = true;
        if (protocolKnown) {
            if (requests == 0 && headBegin == NO_HEAD) {
                headBegin = System.nanoTime();
            }
            handOn(context, message);
        } else {
            readFirst(context, message);
        }
    }

    private void handOn(ChannelHandlerContext context, Object message) {
        if (ending) {
            ReferenceCountUtil.release(message);
        } else if (ahead == null || !(message instanceof ByteBuf bytes) || ahead.takesAll(bytes)) {
            context.fireChannelRead(message);
        } else {
            ahead.receive(bytes);
        }
    }

    /**
     * Hands the first bytes on one by one until the server has found out which protocol they are in: only then there is a place
     * for the handler that sees the first request.
     */
    private void readFirst(ChannelHandlerContext context, Object message) {
        if (message instanceof ByteBuf bytes && context.pipeline().get(SslHandler.class) == null) {
            while (!protocolKnown && bytes.readableBytes() > 1) {
                context.fireChannelRead(bytes.readRetainedSlice(1));
                findProtocol(context);
            }
        }
        handOn(context, message);
        if (!protocolKnown) {
            findProtocol(context);
        }
    }

    private void findProtocol(ChannelHandlerContext context) {
        ChannelHandlerContext encoder = context.pipeline().context(HttpResponseEncoder.class);
        if (encoder != null) {
            protocolKnown = true;
            ahead = ReadAhead.ofHttp1(this, context);
            context.pipeline()
                    .addAfter(
                            encoder.name(),
                            /* name= */ null,
                            new RequestWatch(this, new FrameRate(bounds.framesPerSecond())));
            return;
        }
        Http2ConnectionHandler streams = context.pipeline().get(Http2ConnectionHandler.class);
        if (streams != null) {
            protocolKnown = true;
            ahead = ReadAhead.ofHttp2(this, context);
            // Its frames come at any time.
            requestBegan();
            ControlFrames.watch(streams.decoder(), client, bounds.resets());
            // The server's settings count once the client has acknowledged them, and a hostile one never does.
            streams.connection().remote().maxActiveStreams(bounds.streams());
        }
    }

    /** The head of a request is complete. */
    void requestBegan() {
        requests++;
        headBegin = NO_HEAD;
    }

    /** A request is answered. */
    void requestEnded() {
        requests = Math.max(0, requests - 1);
        if (ahead != null) {
            ahead.resume();
        }
    }

    /** Whether so many requests of this connection wait for their answers that none is to be read. */
    boolean isFull() {
        // A WebSocket is a request without an answer.
        return requests > Math.max(1, bounds.requestsAhead());
    }

    /** Whether requests of this connection wait for their answers. */
    boolean isBusy() {
        return requests > 0;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof ByteBuf bytes) {
            // One writer: the connection's event loop.
            queued.lazySet(queued.get() + bytes.readableBytes());
        }
        context.write(message, promise);
    }

    /** How many bytes the client has not taken yet. May be called on any thread. */
    long unread() {
        ChannelOutboundBuffer waiting = channel.unsafe().outboundBuffer();
        return waiting == null ? 0 : waiting.totalPendingWriteBytes();
    }

    /** How many bytes the client has taken since it came. May be called on any thread. */
    long taken() {
        return queued.get() - unread();
    }

    /**
     * Reads nothing more and ends the connection in a moment. Closing it at once, with bytes of the client unread, would reset it, and
     * the client might never see the last frame. To be called on the connection's event loop.
     */
    void endSoon() {
        ending = true;
        forgetWhatIsAhead();
        channel.config().setAutoRead(false);
        channel.eventLoop().schedule(this::drop, LAST_WORD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * Ends the connection, whatever is under way on it. May be called on any thread. What closes the channel as a whole would ask the
     * HTTP server first, who tells the client of a WebSocket, and waits for seconds for it to close.
     */
    void drop() {
        ChannelHandlerContext first = channel.pipeline().firstContext();
        if (first != null) {
            first.close();
        }
    }

    @Override
    public void check(long now) {
        if (isLate(now)) {
            channel.eventLoop().execute(() -> {
                if (isLate(now)) {
                    giveUp();
                }
            });
        }
    }

    private boolean isLate(long now) {
        long begin = headBegin;
        return begin != NO_HEAD && now - begin > bounds.headTimeout().toNanos();
    }

    private void giveUp() {
        headBegin = NO_HEAD;
        if (!received || channel.pipeline().get(SslHandler.class) != null) {
            channel.close();
            return;
        }
        Refusal refusal = new Refusal(
                408,
                ErrorCode.TIMEOUT.name(),
                "The head of the request was not complete within "
                        + bounds.headTimeout().toMillis() + " ms.",
                "Send it over a faster connection.");
        channel.pipeline()
                .firstContext()
                .writeAndFlush(RawAnswer.of(channel.alloc(), refusal))
                .addListener(ChannelFutureListener.CLOSE);
    }
}
