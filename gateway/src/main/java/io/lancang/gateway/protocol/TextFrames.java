package io.lancang.gateway.protocol;

import io.lancang.gateway.bytes.BoundedBytes;
import io.lancang.gateway.bytes.Utf8;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.vertx.core.http.WebSocketFrame;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts messages together from frames, in UTF-8 as they came, and no message larger than allowed. Belongs to the event loop of
 * one connection.
 */
public final class TextFrames {
    private final long maximum;
    private final Consumer<byte[]> message;
    private final Consumer<Fault> fault;
    private @Nullable BoundedBytes unfinished;

    /** Why a connection brings no messages. */
    public enum Fault {
        /** It carries binary data. */
        BINARY,
        /** A message is larger than allowed. */
        TOO_LARGE,
        /** A message is no UTF-8. A character may be in two frames; a message has whole ones only. */
        NOT_UTF8
    }

    /**
     * @param maximum bytes of a message
     * @param message takes each message
     * @param fault gets what is wrong; the connection should be closed then
     */
    public TextFrames(long maximum, Consumer<byte[]> message, Consumer<Fault> fault) {
        this.maximum = maximum;
        this.message = message;
        this.fault = fault;
    }

    /** Whether a connection broke because of a frame that is larger than its limit. */
    public static boolean isTooLarge(Throwable cause) {
        return cause instanceof CorruptedWebSocketFrameException corrupted
                && corrupted.closeStatus().equals(WebSocketCloseStatus.MESSAGE_TOO_BIG);
    }

    /** Takes a frame in. */
    public void receive(WebSocketFrame frame) {
        if (frame.isBinary()) {
            fault.accept(Fault.BINARY);
        } else if (frame.isText() || frame.isContinuation()) {
            add(frame);
        }
    }

    private void add(WebSocketFrame frame) {
        BoundedBytes bytes = unfinished == null ? new BoundedBytes(maximum) : unfinished;
        if (!bytes.add(frame.binaryData())) {
            unfinished = null;
            fault.accept(Fault.TOO_LARGE);
        } else if (frame.isFinal()) {
            unfinished = null;
            pass(bytes.toBytes());
        } else {
            unfinished = bytes;
        }
    }

    private void pass(byte[] text) {
        if (Utf8.isValid(text)) {
            message.accept(text);
        } else {
            fault.accept(Fault.NOT_UTF8);
        }
    }
}
