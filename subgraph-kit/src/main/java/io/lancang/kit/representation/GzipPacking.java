package io.lancang.kit.representation;

import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** One member of gzip (RFC 1952) without name and time, so that the same content gives the same bytes. The first piece is there at once. */
final class GzipPacking implements Packing {
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    /** Of nine: about twice as fast as the usual sixth, for a tenth more bytes. */
    private static final int LEVEL = 3;

    private static final int ROOM = 16 * 1024;

    private final Deflater deflater = new Deflater(LEVEL, true);
    private final CRC32 checksum = new CRC32();
    private final byte[] room = new byte[ROOM];
    private boolean isBegun;

    @Override
    public Buffer pack(Buffer piece) {
        byte[] bytes = piece.getBytes();
        checksum.update(bytes);
        deflater.setInput(bytes);
        if (isBegun) {
            return deflated(Buffer.buffer(), Deflater.NO_FLUSH);
        }
        isBegun = true;
        return deflated(Buffer.buffer(HEADER), Deflater.SYNC_FLUSH);
    }

    @Override
    public Buffer end() {
        deflater.finish();
        Buffer end = deflated(isBegun ? Buffer.buffer() : Buffer.buffer(HEADER), Deflater.NO_FLUSH);
        ByteBuffer trailer = ByteBuffer.allocate(2 * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        trailer.putInt((int) checksum.getValue()).putInt((int) deflater.getBytesRead());
        return end.appendBytes(trailer.array());
    }

    private Buffer deflated(Buffer packed, int flush) {
        int count;
        do {
            count = deflater.deflate(room, 0, room.length, flush);
            packed.appendBytes(room, 0, count);
        } while (count == room.length);
        return packed;
    }

    @Override
    public void close() {
        deflater.end();
    }
}
