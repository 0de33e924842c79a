package io.lancang.kit.export;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;

/** Writes a file of text in UTF-8, row by row. */
public abstract class TextWriter implements RowWriter {
    private static final int LETTERS_OF_A_ROW = 160;
    private static final int ROWS = 500;

    private final StringBuilder text = new StringBuilder(ROWS * LETTERS_OF_A_ROW);

    /** Adds a row to what was written before. */
    protected abstract void write(Row row, StringBuilder text);

    @Override
    public Buffer rows(Iterable<Row> rows) {
        text.setLength(0);
        for (Row row : rows) {
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
