package io.lancang.gateway.bytes;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;

/** Makes an array a buffer to send, without copying it. */
public final class WrappedBytes {
    private WrappedBytes() {}

    /** The first {@code length} bytes of the array, which must not change until they are sent. */
    // Buffer.buffer(byte[]) copies. Deprecated because Vert.x 5 moves the method to an interface of its own.
    @SuppressWarnings("deprecation")
    public static Buffer of(byte[] bytes, int length) {
        return Buffer.buffer(Unpooled.wrappedBuffer(bytes, 0, length));
    }
}
