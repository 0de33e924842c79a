package io.lancang.kit.staging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes rows in COPY's text form: tabs between values, {@code \N} for null. A COPY begins with the first row after
 * {@link #end}, and the connection is free for other statements in between. Belongs to one load and one thread.
 */
final class CopyStream {
    private static final int FULL = 1 << 16;

    private final PGConnection connection;
    private final String copy;
    private @Nullable CopyIn table;
    private byte[] bytes = new byte[2 * FULL];
    private int length;

    /** @param copy the statement */
    CopyStream(PGConnection connection, String copy) {
        this.connection = connection;
        this.copy = copy;
    }

    /** Writes a row: its line, then its values. */
    void write(long line, List<@Nullable String> values) throws SQLException {
        append(Long.toString(line));
        for (int place = 0; place < values.size(); place++) {
            append('\t');
            String value = values.get(place);
            if (value == null) {
                append('\\');
                append('N');
            } else {
                append(value);
            }
        }
        append('\n');
        if (length >= FULL) {
            flush();
        }
    }

    /** Ends the COPY that is under way, if one is: the rows are in their table then. */
    void end() throws IOException {
        try {
            if (length > 0) {
                flush();
            }
            CopyIn current = table;
            if (current != null) {
                finish(current);
            }
        } catch (SQLException failure) {
            throw new IOException("Rows cannot be copied", failure);
        }
    }

    private void flush() throws SQLException {
        CopyIn current = table;
        if (current == null) {
            current = connection.getCopyAPI().copyIn(copy);
            table = current;
        }
        try {
            current.writeToCopy(bytes, 0, length);
        } catch (SQLException failure) {
            abandon(current, failure);
            throw failure;
        }
        length = 0;
    }

    private void finish(CopyIn current) throws SQLException {
        try {
            current.endCopy();
            table = null;
        } catch (SQLException failure) {
            abandon(current, failure);
            throw failure;
        }
    }

    /**
     * The driver lets nothing else use a connection while a COPY is under way, even if the connection is gone: to roll back
     * would be to wait for ever.
     */
    private void abandon(CopyIn current, SQLException failure) {
        table = null;
        length = 0;
        if (current.isActive()) {
            try {
                current.cancelCopy();
            } catch (SQLException gone) {
                failure.addSuppressed(gone);
            }
        }
    }

    private void append(String value) {
        reserve(value.length() * 4);
        for (int place = 0; place < value.length(); place++) {
            char letter = value.charAt(place);
            if (letter >= 0x80) {
                appendEncoded(value, place);
                return;
            }
            switch (letter) {
                case '\\' -> escape('\\');
                case '\t' -> escape('t');
                case '\n' -> escape('n');
                case '\r' -> escape('r');
                default -> bytes[length++] = (byte) letter;
            }
        }
    }

    /** The rest of a value that is not all ASCII. */
    private void appendEncoded(String value, int from) {
        byte[] rest = value.substring(from).getBytes(StandardCharsets.UTF_8);
        reserve(rest.length * 2);
        for (byte each : rest) {
            switch (each) {
                case '\\' -> escape('\\');
                case '\t' -> escape('t');
                case '\n' -> escape('n');
                case '\r' -> escape('r');
                default -> bytes[length++] = each;
            }
        }
    }

    private void escape(char letter) {
        bytes[length++] = '\\';
        bytes[length++] = (byte) letter;
    }

    private void append(char letter) {
        reserve(1);
        bytes[length++] = (byte) letter;
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
