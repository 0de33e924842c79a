package io.lancang.kit.release;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes rows in COPY's text form: tabs between values, {@code \N} for null. Belongs to one load and one thread. */
final class CopyRows implements RowReader.Rows, Closeable {
    private static final int FULL = 1 << 15;

    private final OutputStream table;
    private final StringBuilder text = new StringBuilder(2 * FULL);
    private long line;
    private long count;
    private long skipped;
    private boolean hasGiven = true;

    /** @param table closed with this */
    CopyRows(OutputStream table) {
        this.table = table;
    }

    /** The rows that follow come from this line of the file. */
    void begin(long next) {
        countSkipped();
        line = next;
        hasGiven = false;
    }

    long line() {
        return line;
    }

    /** The number of rows that were added. */
    long count() {
        return count;
    }

    /** The number of rows of the file that gave none, up to the one that was begun last. */
    long skipped() {
        countSkipped();
        return skipped;
    }

    private void countSkipped() {
        if (!hasGiven) {
            skipped++;
            hasGiven = true;
        }
    }

    @Override
    public void add(List<@Nullable String> values) {
        text.append(line);
        for (String value : values) {
            text.append('\t');
            if (value == null) {
                text.append("\\N");
            } else {
                append(value);
            }
        }
        text.append('\n');
        count++;
        hasGiven = true;
    }

    private void append(String value) {
        for (int place = 0; place < value.length(); place++) {
            char letter = value.charAt(place);
            switch (letter) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(letter);
            }
        }
    }

    /** Hands on what has been gathered, if that is worth a message. */
    void flushIfFull() throws IOException {
        if (text.length() >= FULL) {
            flush();
        }
    }

    private void flush() throws IOException {
        table.write(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
    }

    @Override
    public void close() throws IOException {
        try (table) {
            flush();
        }
    }
}
