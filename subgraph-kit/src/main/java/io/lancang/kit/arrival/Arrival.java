package io.lancang.kit.arrival;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.TimeUnit;

/** A connection that is being let in. It is settled once its event loop has got round to it and to what else was waiting. */
final class Arrival extends ChannelInboundHandlerAdapter {
    private final Runnable settled;

    /** @param settled called once on the connection's event loop; never for a connection that closes before it is let in */
    Arrival(Runnable settled) {
        this.settled = settled;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // It ends with the event loop.
    public void channelActive(ChannelHandlerContext connection) {
        connection.fireChannelActive();
        // A task without a delay would be run before other connections are read from.
        connection.executor().schedule(settled, 0, TimeUnit.NANOSECONDS);
        connection.pipeline().remove(this);
    }
}
