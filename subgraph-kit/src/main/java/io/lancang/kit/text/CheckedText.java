package io.lancang.kit.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Hands bytes on that are text in UTF-8 without the character NUL. Readers of formats would put a question mark in place of
 * what is not, and no row would tell. What stands before the first such byte is handed on first. Belongs to one thread.
 */
public final class CheckedText extends InputStream {
    private static final int CONTINUATION = 0x80;
    private static final int LAST_CONTINUATION = 0xBF;

    private final InputStream bytes;
    private long line = 1;
    private long place;
    private boolean afterReturn;
    /** How many bytes of the character are still to come, and from what to what the next of them may be. */
    private int missing;

    private int least = CONTINUATION;
    private int most = LAST_CONTINUATION;
    private @Nullable UnreadableTextException fault;

    public CheckedText(InputStream bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    /** @throws UnreadableTextException at a byte that is no text */
    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        throwFault();
        int count = bytes.read(buffer, offset, length);
        if (count < 0) {
            if (missing > 0) {
                throw new UnreadableTextException(line, "the file ends within a character");
            }
            return count;
        }
        for (int index = 0; index < count; index++) {
            if (!accepts(Byte.toUnsignedInt(buffer[offset + index]))) {
                fault = refusal(Byte.toUnsignedInt(buffer[offset + index]));
                if (index > 0) {
                    return index;
                }
                throwFault();
            }
        }
        return count;
    }

    private void throwFault() {
        if (fault != null) {
            throw fault;
        }
    }

    private boolean accepts(int next) {
        place++;
        if (missing > 0) {
            return continues(next);
        }
        if (next >= CONTINUATION) {
            return begins(next);
        }
        if (next == '\r' || (next == '\n' && !afterReturn)) {
            line++;
        }
        if (next == '\n' || next == '\r') {
            place = 0;
        }
        afterReturn = next == '\r';
        return next != 0;
    }

    private boolean continues(int next) {
        boolean fits = next >= least && next <= most;
        missing--;
        least = CONTINUATION;
        most = LAST_CONTINUATION;
        return fits;
    }

    /** The first byte of a character of several. The second one may not make it longer than it need be, nor no character. */
    private boolean begins(int next) {
        afterReturn = false;
        if (next >= 0xC2 && next <= 0xDF) {
            missing = 1;
        } else if (next >= 0xE0 && next <= 0xEF) {
            missing = 2;
            least = next == 0xE0 ? 0xA0 : CONTINUATION;
            most = next == 0xED ? 0x9F : LAST_CONTINUATION;
        } else if (next >= 0xF0 && next <= 0xF4) {
            missing = 3;
            least = next == 0xF0 ? 0x90 : CONTINUATION;
            most = next == 0xF4 ? 0x8F : LAST_CONTINUATION;
        }
        return missing > 0;
    }

    private UnreadableTextException refusal(int refused) {
        return new UnreadableTextException(
                line,
                refused == 0
                        ? "has the character NUL as byte " + place + "; a text has none"
                        : "is not UTF-8: byte %d is 0x%02X; save the file as UTF-8".formatted(place, refused));
    }

    @Override
    public int available() throws IOException {
        return bytes.available();
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
