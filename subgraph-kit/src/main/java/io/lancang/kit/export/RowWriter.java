package io.lancang.kit.export;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;

/** Writes one file piece by piece: the head, the rows in their order, the tail. The same rows give the same bytes. */
public interface RowWriter {
    /** The beginning. */
    Buffer head();

    /** Some rows; what they give may come with later ones, or with the tail. */
    Buffer rows(Iterable<? extends Tuple> rows);

    /** The end. */
    Buffer tail();

    /** Whether writing takes so long that an event loop must not wait for it. */
    default boolean isWork() {
        return false;
    }
}
