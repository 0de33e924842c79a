package io.lancang.kit.answer;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The client at the other end of a connection, which has bytes to read, and is disconnected if it takes none of them for too
 * long. Works on the connection's event loop; what is asked of it from outside may be asked on any thread.
 */
// Whether a write or a close succeeds makes no difference: the connection ends either way.
@SuppressWarnings("FutureReturnValueIgnored")
final class Reader extends ChannelOutboundHandlerAdapter {
    private static final Logger LOG = Logger.getLogger(Reader.class);

    private final UnreadAnswers all;
    private final Channel channel;
    private final long patienceMillis;
    /** Guarded by the monitor, as is whether it still counts. */
    private long unread;

    private boolean isDropped;
    private long taken;
    private volatile boolean isWatched;

    Reader(UnreadAnswers all, Channel channel, long patienceMillis) {
        this.all = all;
        this.channel = channel;
        this.patienceMillis = patienceMillis;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof ByteBuf bytes) {
            int length = bytes.readableBytes();
            add(length);
            context.write(message, promise.unvoid().addListener(sent -> remove(length)));
        } else {
            context.write(message, promise);
        }
    }

    @Override
    public void flush(ChannelHandlerContext context) {
        context.flush();
        if (!isWatched && unread() > 0) {
            watch(progress());
        }
    }

    private void watch(long before) {
        isWatched = true;
        channel.eventLoop().schedule(() -> look(before), patienceMillis, TimeUnit.MILLISECONDS);
    }

    private void look(long before) {
        isWatched = false;
        if (unread() == 0) {
            return;
        }
        if (progress() == before) {
            LOG.debugf("A client left %d bytes unread for %d ms and is disconnected", unread(), patienceMillis);
            drop();
        } else {
            watch(progress());
        }
    }

    /** How many bytes the client has taken, with those of the message that it has a part of. */
    private long progress() {
        ChannelOutboundBuffer waiting = channel.unsafe().outboundBuffer();
        return taken + (waiting == null ? 0 : waiting.currentProgress());
    }

    private void add(int length) {
        synchronized (this) {
            if (isDropped) {
                return;
            }
            unread += length;
        }
        all.add(length);
    }

    private void remove(int length) {
        taken += length;
        synchronized (this) {
            if (isDropped) {
                return;
            }
            unread -= length;
        }
        all.remove(length);
    }

    /** How many bytes wait for the client; none once it is dropped. */
    synchronized long unread() {
        return unread;
    }

    /** Whether the client has not taken at once what it was sent. */
    boolean lags() {
        return isWatched && unread() > 0;
    }

    /**
     * Ends the connection, whatever is under way on it, and tells how many bytes it held: they are as good as gone. What closes the
     * channel as a whole would ask the HTTP server first, who tells the client of a WebSocket, and waits for seconds for it to close.
     */
    long drop() {
        long held;
        synchronized (this) {
            held = unread;
            unread = 0;
            isDropped = true;
        }
        all.disconnect(held);
        ChannelHandlerContext first = channel.pipeline().firstContext();
        if (first != null) {
            first.close();
        }
        return held;
    }
}
