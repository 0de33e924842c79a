package io.lancang.kit.arrival;

import io.lancang.kit.turn.Turns;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.net.InetSocketAddress;

/**
 * Lets connections in a few at a time, the clients in turn, and the next ones once the event loops have got round to the last. Setting
 * one up takes about as long as answering a small request, so hundreds at once would delay every client that is connected. One
 * listener's; belongs to the event loop that accepts its connections.
 */
final class Arrivals extends ChannelInboundHandlerAdapter {
    /** On all event loops together. */
    private static final int MOST_UNSETTLED = 4;

    /** As many as the system keeps that wait to be accepted, on most machines. */
    private static final int MOST_WAITING = 4096;

    private final Turns turns = new Turns(MOST_UNSETTLED, MOST_WAITING);

    @Override
    public void channelRead(ChannelHandlerContext listener, Object accepted) {
        Channel connection = (Channel) accepted;
        Turns.Turn turn = turns.of(client(connection), 1, () -> listener.fireChannelRead(connection));
        Runnable settled = () -> listener.executor().execute(turn::leave);
        connection.pipeline().addFirst(new Arrival(settled));
        // A turn is left once, so the close of a connection that has settled changes nothing.
        connection.closeFuture().addListener(closed -> settled.run());
        switch (turn.enter()) {
            case AT_ONCE -> listener.fireChannelRead(connection);
            case LATER -> {}
            case REFUSED -> connection.unsafe().closeForcibly();
        }
    }

    private static String client(Channel connection) {
        return connection.remoteAddress() instanceof InetSocketAddress address && address.getAddress() != null
                ? address.getAddress().getHostAddress()
                : "";
    }
}
