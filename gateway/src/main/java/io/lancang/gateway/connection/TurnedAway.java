package io.lancang.gateway.connection;

import io.lancang.federation.error.ErrorCode;
import io.lancang.gateway.limits.Places;
import io.lancang.gateway.request.Refusal;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Tells a client that is not let in why, once it asks for something, and closes its connection. One that is silent for a second is closed
 * without a word. The HTTP server sees nothing of it.
 */
// Whether a write or a close succeeds makes no difference: the connection ends either way.
@SuppressWarnings("FutureReturnValueIgnored")
final class TurnedAway extends ChannelInboundHandlerAdapter {
    private static final long PATIENCE_SECONDS = 1;

    private final Refusal refusal;
    private boolean isAnswered;

    TurnedAway(Refusal refusal) {
        this.refusal = refusal;
    }

    /** One for whom there is no place. */
    static TurnedAway of(Places.Answer why, Places places) {
        return new TurnedAway(
                switch (why) {
                    case TAKEN -> throw new IllegalArgumentException("there is a place");
                    case FULL ->
                        new Refusal(
                                503,
                                ErrorCode.LIMIT_EXCEEDED.name(),
                                "The gateway keeps " + places.maximum()
                                        + " connections, which is the most that it keeps at the same time.",
                                "Try again in a second, and keep connections for several requests.",
                                Map.of("Retry-After", "1"));
                    case CLIENT_FULL ->
                        new Refusal(
                                429,
                                ErrorCode.LIMIT_EXCEEDED.name(),
                                "Your address keeps " + places.maximumPerClient()
                                        + " connections, which is the most that one address may keep.",
                                "Use the connections that are open for further requests.",
                                Map.of("Retry-After", "1"));
                });
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        if (context.pipeline().get(SslHandler.class) != null) {
            context.close();
            return;
        }
        context.executor()
                .schedule(
                        () -> {
                            if (!isAnswered) {
                                context.close();
                            }
                        },
                        PATIENCE_SECONDS,
                        TimeUnit.SECONDS);
        // With auto-read off nothing would be read.
        context.read();
    }

    /** An answer that comes before its request is nobody's: clients take it for a fault of the connection. */
    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        ReferenceCountUtil.release(bytes);
        if (!isAnswered) {
            isAnswered = true;
            // Closed for writing first: a close with unread bytes would be a reset, and the client would not see why.
            context.writeAndFlush(RawAnswer.of(context.alloc(), refusal)).addListener(ignored -> {
                if (context.channel() instanceof DuplexChannel duplex) {
                    duplex.shutdownOutput();
                }
                context.executor().schedule(() -> context.close(), PATIENCE_SECONDS, TimeUnit.SECONDS);
            });
        }
        // The client's own close is read as well.
        context.read();
    }
}
