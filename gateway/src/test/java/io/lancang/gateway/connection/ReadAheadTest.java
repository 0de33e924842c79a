package io.lancang.gateway.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.gateway.limits.ClientRate;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadAheadTest {
    private static final int AHEAD = 4;

    /** As many requests as stand in one piece that is handed on. */
    private static final int PIECE = 86;

    private static final int HEADERS = 1;
    private static final int SETTINGS = 4;

    /** Of headers and stream. */
    private static final int END = 5;

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final List<String> begun = new ArrayList<>();
    private int begunBeforeOthers;

    private static ClientConnection.Bounds bounds(int ahead) {
        return new ClientConnection.Bounds(Duration.ofSeconds(10), 200, 100, new ClientRate(1), ahead);
    }

    private void connect(int ahead) {
        channel.pipeline()
                .addLast(
                        new ClientConnection(channel, "me", bounds(ahead)),
                        new HttpRequestDecoder(),
                        new HttpResponseEncoder(),
                        new Server());
    }

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    @Test
    void readsNoMoreWhileTooManyRequestsWait() {
        connect(AHEAD);
        channel.writeInbound(requests(0, 1_000));

        assertTrue(begun.size() > AHEAD && begun.size() <= AHEAD + PIECE, () -> begun.size() + " requests");
        assertFalse(channel.config().isAutoRead());
    }

    @Test
    void readsOnAsRequestsAreAnswered() {
        connect(AHEAD);
        channel.writeInbound(requests(0, 1_000));
        channel.writeInbound(requests(1_000, 1_100));

        for (int answered = 0; answered < 1_100; answered++) {
            int before = answered;
            assertTrue(begun.size() <= before + AHEAD + PIECE, () -> begun.size() + " requests after " + before);
            answer();
        }

        assertEquals(IntStream.range(0, 1_100).mapToObj(each -> "/" + each).toList(), begun);
        assertTrue(channel.config().isAutoRead());
    }

    @Test
    void looksAfterOthersBetweenTwoPieces() {
        connect(10_000);
        channel.writeInbound(requests(0, 100));

        assertTrue(begunBeforeOthers > 0 && begunBeforeOthers <= PIECE, () -> begunBeforeOthers + " requests");
    }

    @Test
    void looksAfterOthersBetweenTwoPiecesOfHttp2() {
        channel.pipeline()
                .addLast(
                        new ClientConnection(channel, "me", bounds(AHEAD)),
                        Http2FrameCodecBuilder.forServer().build(),
                        new Server());

        channel.writeInbound(streams(90));

        assertTrue(begunBeforeOthers > 0 && begunBeforeOthers <= PIECE, () -> begunBeforeOthers + " requests");
        assertEquals(90, begun.size());
    }

    /** POSTs, each with the headers that stand in the static table and no body. */
    private static ByteBuf streams(int count) {
        ByteBuf all = Unpooled.copiedBuffer("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", StandardCharsets.US_ASCII);
        all.writeMedium(0).writeByte(SETTINGS).writeByte(0).writeInt(0);
        for (int number = 0; number < count; number++) {
            all.writeMedium(3).writeByte(HEADERS).writeByte(END).writeInt(2 * number + 1);
            all.writeBytes(new byte[] {(byte) 0x83, (byte) 0x86, (byte) 0x84});
        }
        return all;
    }

    @Test
    void leavesAConnectionStoppedThatTheServerHasStopped() {
        connect(AHEAD);
        channel.writeInbound(requests(0, 1_000));
        while (begun.size() < 1_000) {
            answer();
            if (begun.size() > 900) {
                channel.config().setAutoRead(false);
            }
        }

        assertFalse(channel.config().isAutoRead());
    }

    @Test
    void releasesWhatWaitsWhenTheConnectionEnds() {
        connect(AHEAD);
        ByteBuf requests = requests(0, 1_000);
        channel.writeInbound(requests);

        channel.finishAndReleaseAll();

        assertEquals(0, requests.refCnt());
    }

    private void answer() {
        channel.writeOutbound(
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK, Unpooled.EMPTY_BUFFER));
        channel.runPendingTasks();
        channel.releaseOutbound();
    }

    private static ByteBuf requests(int from, int to) {
        return Unpooled.copiedBuffer(
                IntStream.range(from, to)
                        .mapToObj(
                                each -> "POST /" + each + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}")
                        .collect(Collectors.joining()),
                StandardCharsets.US_ASCII);
    }

    /** Stands where the HTTP server does. */
    private final class Server extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest request) {
                begin(context, request.uri());
            } else if (message instanceof Http2HeadersFrame request) {
                begin(context, String.valueOf(request.headers().path()));
            }
            ReferenceCountUtil.release(message);
        }

        private void begin(ChannelHandlerContext context, String path) {
            if (begun.isEmpty()) {
                boolean _ = context.executor()
                        .schedule(() -> begunBeforeOthers = begun.size(), 0, TimeUnit.NANOSECONDS)
                        .isDone();
            }
            begun.add(path);
        }
    }
}
