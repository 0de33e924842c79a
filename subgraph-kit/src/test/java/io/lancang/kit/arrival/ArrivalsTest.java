package io.lancang.kit.arrival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private final List<Channel> letIn = new ArrayList<>();
    private final EmbeddedChannel listener = new EmbeddedChannel(new Arrivals(), new ChannelInboundHandlerAdapter() {
        @Override
        public void channelRead(ChannelHandlerContext context, Object connection) {
            letIn.add((Channel) connection);
        }
    });

    @Test
    void fourAreLetInBeforeTheEventLoopsHaveGotRoundToAny() {
        List<EmbeddedChannel> came = arrive("10.0.0.1", 6);

        assertEquals(came.subList(0, 4), letIn);
    }

    @Test
    void theNextIsLetInOnceOneIsSettled() {
        List<EmbeddedChannel> came = arrive("10.0.0.1", 6);

        settle(came.get(2));

        assertEquals(came.subList(0, 5), letIn);
    }

    @Test
    void aConnectionThatClosesBeforeItIsSettledLeavesItsPlace() {
        List<EmbeddedChannel> came = arrive("10.0.0.1", 5);

        came.get(0).close().syncUninterruptibly();
        listener.runPendingTasks();

        assertEquals(came, letIn);
    }

    @Test
    void whoComesAfterManyOfAnotherClientIsNotBehindThemAll() {
        arrive("10.0.0.1", 10);
        EmbeddedChannel other = arrive("10.0.0.2", 1).getFirst();

        settle((EmbeddedChannel) letIn.get(0));
        settle((EmbeddedChannel) letIn.get(1));

        assertEquals(other, letIn.get(5));
    }

    @Test
    void moreThanMayWaitAreClosed() {
        List<EmbeddedChannel> came = arrive("10.0.0.1", 4 + 4096 + 1);

        assertEquals(4, letIn.size());
        assertEquals(1, came.stream().filter(connection -> !connection.isOpen()).count());
        assertFalse(came.getLast().isOpen());
    }

    private List<EmbeddedChannel> arrive(String address, int count) {
        List<EmbeddedChannel> connections = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            EmbeddedChannel connection = new EmbeddedChannel() {
                @Override
                protected SocketAddress remoteAddress0() {
                    return new InetSocketAddress(address, 40_000);
                }
            };
            connections.add(connection);
            listener.pipeline().fireChannelRead(connection);
        }
        return connections;
    }

    /** What the event loop does once it has got round to a connection. */
    private void settle(EmbeddedChannel connection) {
        connection.pipeline().fireChannelActive();
        connection.runScheduledPendingTasks();
        connection.runPendingTasks();
        listener.runPendingTasks();
    }
}
