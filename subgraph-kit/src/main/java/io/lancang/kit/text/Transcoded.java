package io.lancang.kit.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Hands text in any encoding on as UTF-8. Belongs to one thread. */
public final class Transcoded extends InputStream {
    private static final int PIECE = 8_192;

    private final Encoding encoding;
    private final Reader characters;
    private final char[] piece = new char[PIECE + 1];
    /** Half of a character that the last piece ended with; 0 if it did not. */
    private char half;

    private byte[] bytes = {};
    private int place;
    private long line = 1;

    public Transcoded(InputStream content, Encoding encoding) {
        this.encoding = encoding;
        this.characters = new InputStreamReader(
                content,
                encoding.charset()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    /** @throws UnreadableTextException at a byte that is no text in this encoding */
    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        if (length == 0) {
            return 0;
        }
        if (place == bytes.length && !fill()) {
            return -1;
        }
        int count = Math.min(length, bytes.length - place);
        System.arraycopy(bytes, place, buffer, offset, count);
        place += count;
        return count;
    }

    /** Whether there is more. */
    private boolean fill() throws IOException {
        int begin = 0;
        if (half != 0) {
            piece[begin++] = half;
            half = 0;
        }
        int count = readPiece(begin);
        if (count < 0) {
            return false;
        }
        int end = begin + count;
        if (end > 0 && Character.isHighSurrogate(piece[end - 1])) {
            half = piece[--end];
        }
        for (int i = begin; i < end; i++) {
            if (piece[i] == '\n') {
                line++;
            }
        }
        bytes = new String(piece, 0, end).getBytes(StandardCharsets.UTF_8);
        place = 0;
        return bytes.length > 0 || fill();
    }

    private int readPiece(int begin) throws IOException {
        try {
            return characters.read(piece, begin, PIECE);
        } catch (CharacterCodingException malformed) {
            throw new UnreadableTextException(
                    line,
                    "or one of the lines after it has a byte that is no " + encoding.label()
                            + "; save the file as UTF-8");
        }
    }

    @Override
    public void close() throws IOException {
        characters.close();
    }
}
