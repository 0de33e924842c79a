package io.lancang.gateway.bytes;

import io.netty.buffer.ByteBuf;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects a body that arrives in pieces, and no more of it than allowed. The memory follows what has arrived: the pieces are kept as they
 * come and put together once, at the end. A length that was announced is believed if the first piece is a good part of it; then each is
 * copied to its place as it comes, and need not be kept. Not thread-safe: one event loop owns it.
 */
public final class BoundedBytes {
    /**
     * Pieces below this length are copied to each other, since each that is kept takes about a hundred bytes more than it
     * holds, and may hold on to the whole of what was read with it.
     */
    private static final int SMALL = 4 * 1024;

    /** A length is believed that is at most so many times that of the first piece. */
    private static final int BELIEVED = 16;

    private final long maximum;
    private int announced;
    /** Room for all that was announced; null if pieces are kept. */
    private byte @Nullable [] whole;

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

    /**
     * The sender says how many bytes will come. To be called before the first piece.
     *
     * @param contentLength as the header has it; one that is no number says nothing
     */
    public void announce(String contentLength) {
        // What is longer is above every limit.
        if (contentLength.isEmpty() || contentLength.length() >= 10) {
            return;
        }
        int number = 0;
        for (int index = 0; index < contentLength.length(); index++) {
            int digit = contentLength.charAt(index) - '0';
            if (digit < 0 || digit > 9) {
                return;
            }
            number = number * 10 + digit;
        }
        announced = number;
    }

    /** Adds a piece, which is not to be changed afterwards. False, and nothing added, if that makes more bytes than allowed. */
    public boolean add(Buffer piece) {
        int size = piece.length();
        if (length + (long) size > maximum) {
            return false;
        }
        if (length == 0 && announced > size && announced <= Math.min(maximum, (long) size * BELIEVED)) {
            whole = new byte[announced];
        }
        if (whole != null && size > whole.length - length) {
            pieces.add(WrappedBytes.of(whole, length));
            whole = null;
        }
        length += size;
        if (whole != null) {
            piece.getBytes(whole, length - size);
        } else if (small == null && (size >= SMALL || pieces.isEmpty())) {
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
        if (whole != null) {
            return length == whole.length ? whole : Arrays.copyOf(whole, length);
        }
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
