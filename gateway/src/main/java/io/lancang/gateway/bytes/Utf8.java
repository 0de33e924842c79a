package io.lancang.gateway.bytes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Tells UTF-8 from what only looks like it: overlong forms, halves of surrogates, characters cut off (RFC 3629). */
public final class Utf8 {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long NOT_ASCII = 0x8080808080808080L;

    private Utf8() {}

    /** Whether all of it is UTF-8. */
    public static boolean isValid(byte[] text) {
        int at = 0;
        while (at < text.length) {
            if (at + Long.BYTES <= text.length && ((long) LONGS.get(text, at) & NOT_ASCII) == 0) {
                at += Long.BYTES;
            } else if (text[at] >= 0) {
                at++;
            } else {
                int length = lengthAt(text, at);
                if (length == 0) {
                    return false;
                }
                at += length;
            }
        }
        return true;
    }

    /** The length of the character that begins here, which is not ASCII; 0 if there is none. */
    private static int lengthAt(byte[] text, int at) {
        int lead = text[at] & 0xFF;
        int length = length(lead);
        if (length == 0 || at + length > text.length) {
            return 0;
        }
        // Overlong forms, surrogates and code points above U+10FFFF all show in the second byte.
        int second = text[at + 1] & 0xFF;
        int lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        if (second < lowest || second > highest) {
            return 0;
        }
        for (int i = at + 2; i < at + length; i++) {
            if ((text[i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    private static int length(int lead) {
        if (lead >= 0xC2 && lead <= 0xDF) {
            return 2;
        }
        if (lead >= 0xE0 && lead <= 0xEF) {
            return 3;
        }
        return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
    }
}
