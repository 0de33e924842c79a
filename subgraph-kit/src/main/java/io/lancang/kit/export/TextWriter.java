package io.lancang.kit.export;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;

/** Writes a file of text in UTF-8, row by row. */
public abstract class TextWriter implements RowWriter {
    private static final int LETTERS_OF_A_ROW = 160;
    private static final int ROWS = 500;

    private final StringBuilder text = new StringBuilder(ROWS * LETTERS_OF_A_ROW);

    /** Adds a row to what was written before. */
    protected abstract void write(Tuple row, StringBuilder text);

    @Override
    public Buffer rows(Iterable<? extends Tuple> rows) {
        text.setLength(0);
        for (Tuple row : rows) {
            write(row, text);
        }
        return Buffer.buffer(text.toString());
    }

    @Override
    public Buffer head() {
        return Buffer.buffer(0);
    }

    @Override
    public Buffer tail() {
        return Buffer.buffer(0);
    }
}
