package io.lancang.kit.representation;

import io.airlift.compress.v3.zstd.ZstdJavaCompressor;
import io.vertx.core.buffer.Buffer;

/**
 * Frames of Zstandard one behind the other, which is Zstandard again (RFC 8878, 3.1). The first piece is a frame of its own, so that it is
 * there at once; later ones are gathered, since a frame knows nothing of the one before.
 */
final class ZstdPacking implements Packing {
    private static final int FRAME = 256 * 1024;

    private final ZstdJavaCompressor compressor = new ZstdJavaCompressor();
    private Buffer waiting = Buffer.buffer();
    private boolean isBegun;

    @Override
    public Buffer pack(Buffer piece) {
        waiting.appendBuffer(piece);
        if (isBegun && waiting.length() < FRAME) {
            return Buffer.buffer(0);
        }
        isBegun = true;
        return frame();
    }

    @Override
    public Buffer end() {
        return waiting.length() == 0 && isBegun ? Buffer.buffer(0) : frame();
    }

    private Buffer frame() {
        byte[] plain = waiting.getBytes();
        waiting = Buffer.buffer();
        byte[] packed = new byte[compressor.maxCompressedLength(plain.length)];
        int length = compressor.compress(plain, 0, plain.length, packed, 0, packed.length);
        return Buffer.buffer(length).appendBytes(packed, 0, length);
    }
}
