package io.lancang.kit.intake;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Unpacks gzip (RFC 1952): one member or several, one behind the other, as parallel packers write. Unlike the platform's
 * reader it does not end quietly at what is no further member: rows would be missing, and nobody would know. Belongs to
 * one thread.
 */
final class GzipMembers extends InputStream {
    private static final int BUFFER = 1 << 16;

    private final GzipFrame frame;
    private final PushbackInputStream packed;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] input = new byte[BUFFER];
    private int filled;
    private State state = State.BETWEEN;

    private enum State {
        BETWEEN,
        WITHIN,
        ENDED
    }

    /** @param packed begins with a member */
    GzipMembers(InputStream packed) {
        this.packed = new PushbackInputStream(packed, BUFFER);
        this.frame = new GzipFrame(this.packed);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    /**
     * @throws EOFException if a member has no end
     * @throws ZipException if something is no gzip, or does not fit its checksum
     */
    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        while (length > 0 && state != State.ENDED) {
            if (state == State.BETWEEN) {
                begin();
            } else {
                int count = inflate(buffer, offset, length);
                if (count > 0) {
                    checksum.update(buffer, offset, count);
                    return count;
                }
            }
        }
        return length == 0 ? 0 : -1;
    }

    private void begin() throws IOException {
        state = frame.skipHeader() ? State.WITHIN : State.ENDED;
        inflater.reset();
        checksum.reset();
    }

    private int inflate(byte[] buffer, int offset, int length) throws IOException {
        try {
            int count = inflater.inflate(buffer, offset, length);
            if (count == 0 && inflater.finished()) {
                end();
            } else if (count == 0 && inflater.needsInput()) {
                fill();
            } else if (count == 0) {
                throw new ZipException("The gzip asks for a dictionary, which nothing here has");
            }
            return count;
        } catch (DataFormatException malformed) {
            throw (ZipException)
                    new ZipException("The gzip is damaged: " + malformed.getMessage()).initCause(malformed);
        }
    }

    private void fill() throws IOException {
        filled = packed.read(input);
        if (filled < 0) {
            throw new EOFException("The gzip ends too early");
        }
        inflater.setInput(input, 0, filled);
    }

    /** What was read beyond the end of the member belongs to its trailer and the next one. */
    private void end() throws IOException {
        int left = inflater.getRemaining();
        packed.unread(input, filled - left, left);
        frame.checkTrailer(checksum.getValue(), inflater.getBytesWritten());
        state = State.BETWEEN;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        packed.close();
    }
}
