package io.lancang.gateway.bytes;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.buffer.Buffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first and the last of each row of the table in RFC 3629, section 4, and what lies beside them. */
final class Utf8Test {
    private static final String EIGHT = HexFormat.of().formatHex("01234567".getBytes(US_ASCII));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "7f",
                "c280",
                "dfbf",
                "e0a080",
                "e0bfbf",
                "e18080",
                "ecbfbf",
                "ed8080",
                "ed9fbf",
                "ee8080",
                "efbfbf",
                "f0908080",
                "f0bfbfbf",
                "f1808080",
                "f3bfbfbf",
                "f4808080",
                "f48fbfbf"
            })
    void takesCharacters(String character) {
        assertTrue(isValid(character));
        assertTrue(isValid(character + character));
        assertTrue(isValid(EIGHT + character + EIGHT));
        assertTrue(isValid("61" + EIGHT + character + "62"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "bf",
                "c080",
                "c1bf",
                "c2",
                "c27f",
                "c2c0",
                "e09fbf",
                "e0c080",
                "e180",
                "e17f80",
                "e1c080",
                "e1807f",
                "e180c0",
                "eda080",
                "edbfbf",
                "efbf",
                "f08fbfbf",
                "f0c08080",
                "f09080",
                "f0907f80",
                "f090807f",
                "f09080c0",
                "f0bfc080",
                "f4908080",
                "f5808080",
                "ff"
            })
    void refusesBytesThatAreNone(String bytes) {
        assertFalse(isValid(bytes));
        assertFalse(isValid(EIGHT + bytes));
        assertFalse(isValid(bytes + EIGHT));
        assertFalse(isValid("6162" + bytes));
    }

    /** Eight bytes at a time are looked at: the last of them as well as the first. */
    @Test
    void looksAtEachOfEightBytes() {
        for (int at = 0; at < 8; at++) {
            byte[] text = "01234567".getBytes(US_ASCII);
            text[at] = (byte) 0x80;
            assertFalse(Utf8.isValid(text), "byte " + at);
        }
    }

    @Test
    void digestsBySha256() {
        // The example of FIPS 180-2, appendix B.1.
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                HexFormat.of().formatHex(Sha256.begin().digest("abc".getBytes(US_ASCII))));
    }

    @Test
    void wrapsTheFirstBytesWithoutCopyingThem() {
        byte[] bytes = "abcd".getBytes(US_ASCII);

        Buffer wrapped = WrappedBytes.of(bytes, 3);
        bytes[0] = 'x';

        assertEquals("xbc", wrapped.toString(US_ASCII));
    }

    private static boolean isValid(String hexadecimal) {
        return Utf8.isValid(HexFormat.of().parseHex(hexadecimal));
    }
}
