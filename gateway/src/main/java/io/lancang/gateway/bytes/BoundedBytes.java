package io.lancang.gateway.bytes;

import io.netty.buffer.ByteBuf;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects a body that arrives in pieces, and no more of it than allowed. The memory follows what has arrived, whatever length
 * was announced: the pieces are kept as they come and put together once, at the end. Not thread-safe: one event loop owns it.
 */
public final class BoundedBytes {
    /**
     * Pieces below this length are copied to each other, since each that is kept takes about a hundred bytes more than it
     * holds, and may hold on to the whole of what was read with it.
     */
    private static final int SMALL = 4 * 1024;

    private final long maximum;
    private final List<Buffer> pieces = new ArrayList<>(8);
    /** Small pieces after all of those; null if there are none. */
    private @Nullable Buffer small;

    private int length;

    /**
     * @param maximum how many bytes may come
     */
    public BoundedBytes(long maximum) {
        this.maximum = maximum;
    }

    /** Adds a piece, which is not to be changed afterwards. False, and nothing added, if that makes more bytes than allowed. */
    public boolean add(Buffer piece) {
        int size = piece.length();
        if (length + (long) size > maximum) {
            return false;
        }
        length += size;
        if (small == null && (size >= SMALL || pieces.isEmpty())) {
            pieces.add(piece);
        } else {
            small = small == null ? piece.copy() : small.appendBuffer(piece);
            if (small.length() >= SMALL) {
                pieces.add(small);
                small = null;
            }
        }
        return true;
    }

    /** How many bytes have come so far. */
    public int length() {
        return length;
    }

    /** All bytes so far; not to be changed, since they may be those of the piece that came. */
    public byte[] toBytes() {
        return pieces.size() == 1 && small == null ? bytes(pieces.getFirst()) : together();
    }

    /** Most answers come in one piece, of which Vert.x has made an array of its own already. */
    // Deprecated because Vert.x 5 moves the method to an interface of its own.
    @SuppressWarnings("deprecation")
    private static byte[] bytes(Buffer piece) {
        ByteBuf content = piece.getByteBuf();
        return content.hasArray()
                        && content.arrayOffset() == 0
                        && content.readerIndex() == 0
                        && content.array().length == content.readableBytes()
                ? content.array()
                : piece.getBytes();
    }

    private byte[] together() {
        byte[] all = new byte[length];
        int at = 0;
        for (Buffer piece : pieces) {
            piece.getBytes(all, at);
            at += piece.length();
        }
        if (small != null) {
            small.getBytes(all, at);
        }
        return all;
    }
}
