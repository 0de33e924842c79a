package io.lancang.kit.representation;

import io.vertx.core.buffer.Buffer;

/** Packs an answer piece by piece, in the order of the calls. For one answer; the same pieces give the same bytes. */
public sealed interface Packing extends AutoCloseable permits GzipPacking, PlainPacking, ZstdPacking {
    /** The next piece; what it gives may be empty until more comes. */
    Buffer pack(Buffer piece);

    /** The end. */
    Buffer end();

    /** Whether packing takes so long that an event loop must not wait for it. */
    default boolean isWork() {
        return true;
    }

    /** Frees what is outside the heap; may be called at any time. */
    @Override
    default void close() {}

    /** That of a coding. */
    static Packing of(ContentCoding coding) {
        return switch (coding) {
            case IDENTITY -> new PlainPacking();
            case GZIP -> new GzipPacking();
            case ZSTD -> new ZstdPacking();
        };
    }
}
