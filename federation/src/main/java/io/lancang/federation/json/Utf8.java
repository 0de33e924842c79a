package io.lancang.federation.json;

/** UTF-8 beyond ASCII, as RFC 3629 allows it. */
final class Utf8 {
    private Utf8() {}

    /** The position behind the character whose first byte, which is not ASCII, stands at {@code at}. */
    static int skipCharacter(byte[] bytes, int at) throws MalformedJsonException {
        int lead = bytes[at] & 0xFF;
        int second = at + 1 < bytes.length ? bytes[at + 1] & 0xFF : 0;
        int length = length(lead);
        // Overlong forms, surrogates and code points above U+10FFFF all show in the second byte.
        int lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        if (length == 0 || second < lowest || second > highest) {
            throw new MalformedJsonException("bytes that are not UTF-8", at);
        }
        for (int index = at + 2; index < at + length; index++) {
            if (index >= bytes.length || (bytes[index] & 0xC0) != 0x80) {
                throw new MalformedJsonException("bytes that are not UTF-8", at);
            }
        }
        return at + length;
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
