package io.lancang.kit.representation;

import io.vertx.core.buffer.Buffer;

/** Changes nothing. */
record PlainPacking() implements Packing {
    @Override
    public Buffer pack(Buffer piece) {
        return piece;
    }

    @Override
    public Buffer end() {
        return Buffer.buffer(0);
    }

    @Override
    public boolean isWork() {
        return false;
    }
}
