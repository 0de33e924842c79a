package io.lancang.kit.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** How the characters of a file are written. What has no mark that says so is UTF-8, or else GB 18030 if it reads as Chinese. */
public enum Encoding {
    /** With or without a byte order mark. */
    UTF_8("UTF-8", StandardCharsets.UTF_8),
    /** With the byte order mark FF FE. */
    UTF_16LE("UTF-16LE", StandardCharsets.UTF_16LE),
    /** With the byte order mark FE FF. */
    UTF_16BE("UTF-16BE", StandardCharsets.UTF_16BE),
    /** And GBK and GB 2312, which are parts of it. */
    GB_18030("GB 18030", Charset.forName("GB18030"));

    /** The first byte of both bytes of a character of GB 2312, which nearly all of a Chinese text is written in. */
    private static final int COMMON = 0xA1;

    private static final int ASCII = 0x80;

    private final String label;
    private final Charset charset;

    Encoding(String label, Charset charset) {
        this.label = label;
        this.charset = charset;
    }

    /** What people call it. */
    public String label() {
        return label;
    }

    Charset charset() {
        return charset;
    }

    /** The encoding of a file that begins with these bytes. The last character among them may be incomplete. */
    public static Encoding of(byte[] start) {
        if (begins(start, 0xFF, 0xFE)) {
            return UTF_16LE;
        }
        if (begins(start, 0xFE, 0xFF)) {
            return UTF_16BE;
        }
        return !reads(start, UTF_8) && isChinese(start) ? GB_18030 : UTF_8;
    }

    private static boolean begins(byte[] start, int first, int second) {
        return start.length > 1 && Byte.toUnsignedInt(start[0]) == first && Byte.toUnsignedInt(start[1]) == second;
    }

    private static boolean reads(byte[] bytes, Encoding encoding) {
        CharsetDecoder decoder = encoding.charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), CharBuffer.allocate(bytes.length), false);
        return !result.isError();
    }

    /**
     * Text in a Latin alphabet reads as GB 18030 too, an accented letter and the next one as one character. Such a pair has a
     * letter of ASCII in it; Chinese text has few like that.
     */
    private static boolean isChinese(byte[] bytes) {
        if (!reads(bytes, GB_18030)) {
            return false;
        }
        int common = 0;
        int rare = 0;
        for (int place = 0; place + 1 < bytes.length; place++) {
            int first = Byte.toUnsignedInt(bytes[place]);
            if (first >= ASCII) {
                place++;
                if (first >= COMMON && Byte.toUnsignedInt(bytes[place]) >= COMMON) {
                    common++;
                } else {
                    rare++;
                }
            }
        }
        return common > 1 && common > 2 * rare;
    }
}
