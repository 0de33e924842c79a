package io.lancang.gateway.connection;

import io.lancang.gateway.request.ErrorJson;
import io.lancang.gateway.request.Refusal;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/**
 * Sees where requests begin and end on a connection of HTTP/1, and answers those that break the rules of HTTP: the HTTP server
 * itself would answer with a bare status. Belongs to the connection's event loop.
 */
// Whether a write or a close succeeds makes no difference: the connection ends either way.
@SuppressWarnings("FutureReturnValueIgnored")
final class RequestWatch extends ChannelDuplexHandler {
    private static final int POLICY_VIOLATION = 1008;
    private static final String H2C = "h2c";

    private final ClientConnection connection;
    private final FrameRate frames;
    private @Nullable Refusal refusal;
    private boolean closing;

    RequestWatch(ClientConnection connection, FrameRate frames) {
        this.frames = frames;
        this.connection = connection;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (refusal != null) {
            // Nothing after a broken request can be understood.
            ReferenceCountUtil.release(message);
            return;
        }
        if (message instanceof HttpRequest request) {
            refusal = HeadRules.check(request);
            if (refusal != null) {
                ReferenceCountUtil.release(message);
                connection.requestBegan();
                connection.requestEnded();
                refuseIfIdle(context);
                return;
            }
            connection.requestBegan();
            staysWithHttp1(request);
        }
        if (message instanceof WebSocketFrame && frames.isTooMany(System.nanoTime())) {
            ReferenceCountUtil.release(message);
            refuseFrames(context);
            return;
        }
        context.fireChannelRead(message);
    }

    /**
     * A client that offers to go on in HTTP/2 is answered in HTTP/1.1, as it must expect (RFC 9110, 7.8). RFC 9113 has dropped this
     * way into HTTP/2, and the HTTP server would take it with a new pipeline, in which nobody watches the connection any more.
     */
    private static void staysWithHttp1(HttpRequest request) {
        if (request.headers().contains(HttpHeaderNames.UPGRADE, H2C, /* ignoreCase= */ true)) {
            request.headers().remove(HttpHeaderNames.UPGRADE);
        }
    }

    /** Tells the client why, and reads nothing more from it. */
    private void refuseFrames(ChannelHandlerContext context) {
        if (!closing) {
            closing = true;
            context.writeAndFlush(new CloseWebSocketFrame(POLICY_VIOLATION, "Too many frames a second"));
            connection.endSoon();
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        context.write(message, promise);
        // 100 and 101 are no answers yet: after the one the answer comes, after the other the connection is a
        // WebSocket.
        boolean informs =
                message instanceof HttpResponse response && response.status().code() < HttpResponseStatus.OK.code();
        if (message instanceof LastHttpContent && !informs) {
            connection.requestEnded();
            if (refusal != null) {
                refuseIfIdle(context);
            }
        }
    }

    /** Answers the broken request, once those before it are answered. */
    private void refuseIfIdle(ChannelHandlerContext context) {
        if (refusal == null || connection.isBusy()) {
            return;
        }
        byte[] body = ErrorJson.response(refusal.problem());
        DefaultFullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(refusal.status()), Unpooled.wrappedBuffer(body));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "application/json; charset=utf-8")
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }
}
