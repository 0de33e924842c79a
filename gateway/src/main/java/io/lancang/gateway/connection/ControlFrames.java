package io.lancang.gateway.connection;

import io.lancang.gateway.limits.ClientRate;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2ConnectionDecoder;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Flags;
import io.netty.handler.codec.http2.Http2FrameListener;
import io.netty.handler.codec.http2.Http2FrameListenerDecorator;
import io.netty.handler.codec.http2.Http2Settings;

/**
 * Counts the frames of an HTTP/2 connection that carry nothing of a request: settings, pings, priorities, and those of types
 * that nobody knows. Each has the gateway do or answer something, and the protocol bounds none of them; what it bounds (streams
 * at a time, resets, the frames and the length of headers) the server's settings say. A connection with too many is ended.
 *
 * <p>Resets are counted here as well, those of all connections of a client together: who connects again each time that a connection
 * is ended would be let do as many each time.
 *
 * <p>Belongs to the connection's event loop.
 */
final class ControlFrames extends Http2FrameListenerDecorator {
    /** A client that keeps its connection alive sends one in some seconds, and one that measures the network some a second. */
    private static final int A_SECOND = 200;

    private final Http2ConnectionDecoder decoder;
    private final String client;
    private final FrameRate frames;
    private final ClientRate resets;

    private ControlFrames(
            Http2FrameListener server,
            Http2ConnectionDecoder decoder,
            String client,
            FrameRate frames,
            ClientRate resets) {
        super(server);
        this.decoder = decoder;
        this.client = client;
        this.frames = frames;
        this.resets = resets;
    }

    /**
     * Counts what the decoder reads from now on.
     *
     * @param client whose connection it is
     * @param resets of all connections of each client
     */
    static void watch(Http2ConnectionDecoder decoder, String client, ClientRate resets) {
        watch(decoder, client, new FrameRate(A_SECOND), resets);
    }

    private static void watch(Http2ConnectionDecoder decoder, String client, FrameRate frames, ClientRate resets) {
        Http2FrameListener server = decoder.frameListener();
        if (!(server instanceof ControlFrames)) {
            decoder.frameListener(new ControlFrames(server, decoder, client, frames, resets));
        }
    }

    @Override
    public void onSettingsRead(ChannelHandlerContext context, Http2Settings settings) throws Http2Exception {
        count();
        super.onSettingsRead(context, settings);
        // With the first settings the server puts another listener in the place of this one.
        watch(decoder, client, frames, resets);
    }

    @Override
    public void onPingRead(ChannelHandlerContext context, long data) throws Http2Exception {
        count();
        super.onPingRead(context, data);
    }

    @Override
    public void onPriorityRead(
            ChannelHandlerContext context, int streamId, int streamDependency, short weight, boolean exclusive)
            throws Http2Exception {
        count();
        super.onPriorityRead(context, streamId, streamDependency, weight, exclusive);
    }

    @Override
    public void onUnknownFrame(
            ChannelHandlerContext context, byte frameType, int streamId, Http2Flags flags, ByteBuf payload)
            throws Http2Exception {
        count();
        super.onUnknownFrame(context, frameType, streamId, flags, payload);
    }

    @Override
    public void onRstStreamRead(ChannelHandlerContext context, int streamId, long errorCode) throws Http2Exception {
        if (resets.isTooMany(client, System.nanoTime())) {
            throw Http2Exception.connectionError(
                    Http2Error.ENHANCE_YOUR_CALM, "More than %d streams reset in 30 s", resets.maximum());
        }
        super.onRstStreamRead(context, streamId, errorCode);
    }

    private void count() throws Http2Exception {
        if (frames.isTooMany(System.nanoTime())) {
            throw Http2Exception.connectionError(
                    Http2Error.ENHANCE_YOUR_CALM, "More than %d frames a second that carry nothing", A_SECOND);
        }
    }
}
