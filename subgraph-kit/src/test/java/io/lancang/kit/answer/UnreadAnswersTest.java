package io.lancang.kit.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.ReferenceCountUtil;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Clients that take what they are sent when a test says so, on channels whose clock the test moves. */
@SuppressWarnings("FutureReturnValueIgnored") // What is written is looked at where it arrives.
class UnreadAnswersTest {
    private static final int PATIENCE_SECONDS = 30;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final UnreadAnswers answers = new UnreadAnswers(new Limits(), metrics);

    private record Limits() implements ReadingLimits {
        @Override
        public MemorySize unread() {
            return new MemorySize(BigInteger.valueOf(1000));
        }

        @Override
        public Duration patience() {
            return Duration.ofSeconds(PATIENCE_SECONDS);
        }
    }

    /** A socket that keeps what is written to it until its client takes it. */
    private static final class Socket extends ChannelOutboundHandlerAdapter {
        private final Queue<ChannelPromise> written = new ArrayDeque<>();

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            ReferenceCountUtil.release(message);
            written.add(promise);
        }

        void take() {
            written.remove().setSuccess();
        }
    }

    private final class Client {
        private final Socket socket = new Socket();
        private final EmbeddedChannel channel = new EmbeddedChannel();

        private Client() {
            channel.freezeTime();
            answers.watch(channel);
            channel.pipeline().addFirst(socket);
        }

        Client isSent(int bytes) {
            channel.write(Unpooled.wrappedBuffer(new byte[bytes]));
            return this;
        }

        Client isFlushed() {
            channel.flush();
            return this;
        }

        void waits(int seconds) {
            channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
            channel.runScheduledPendingTasks();
        }

        boolean isConnected() {
            return channel.isOpen();
        }
    }

    @Test
    void disconnectsAClientThatTakesNothingInTime() {
        Client silent = new Client().isSent(10).isFlushed();
        silent.waits(PATIENCE_SECONDS);
        assertFalse(silent.isConnected());
        assertEquals(0, unread());
    }

    @Test
    void keepsAClientThatTakesAPartInTime() {
        Client slow = new Client().isSent(10).isSent(10).isFlushed();
        slow.socket.take();
        slow.waits(PATIENCE_SECONDS);
        assertTrue(slow.isConnected());
        assertEquals(10, unread());
    }

    @Test
    void disconnectsAClientThatTookAPartAndThenNoMore() {
        Client stuck = new Client().isSent(10).isSent(10).isFlushed();
        stuck.socket.take();
        stuck.waits(PATIENCE_SECONDS);
        stuck.waits(PATIENCE_SECONDS);
        assertFalse(stuck.isConnected());
    }

    @Test
    void keepsAClientThatWaitsForItsNextAnswer() {
        Client idle = new Client().isSent(10).isFlushed();
        idle.socket.take();
        for (int time = 0; time < 3; time++) {
            idle.waits(PATIENCE_SECONDS);
        }
        assertTrue(idle.isConnected());
        assertEquals(0, unread());
    }

    @Test
    void doesNotDisconnectWhoHasTakenItsAnswerForWantOfRoom() {
        Client reads = new Client().isSent(600).isFlushed();
        reads.socket.take();
        Client some = new Client().isSent(300).isFlushed();
        Client next = new Client().isSent(800).isFlushed();
        assertTrue(reads.isConnected());
        assertFalse(some.isConnected());
        assertTrue(next.isConnected());
        assertEquals(800, unread());
    }

    @Test
    void disconnectsWhoLeavesMostUnreadWhereThereIsNoRoom() {
        Client some = new Client().isSent(300).isFlushed();
        Client most = new Client().isSent(600).isFlushed();
        Client next = new Client().isSent(200).isFlushed();
        assertFalse(most.isConnected());
        assertTrue(some.isConnected());
        assertTrue(next.isConnected());
        assertEquals(500, unread());
    }

    @Test
    void sparesWhoMayStillTakeItsAnswerAtOnce() {
        Client slow = new Client().isSent(300).isFlushed();
        Client next = new Client().isSent(800);
        assertFalse(slow.isConnected());
        assertTrue(next.isConnected());
    }

    private double unread() {
        return metrics.get("lancang.answers.unread").gauge().value();
    }
}
