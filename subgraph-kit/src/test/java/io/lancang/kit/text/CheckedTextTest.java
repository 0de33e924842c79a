package io.lancang.kit.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckedTextTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 100})
    void handsTextOnWhereverItIsCut(int piece) throws IOException {
        byte[] text = "a\r\nß 老挝 \uD83D\uDE80 \uFFFF \uD7FF \uE000 \uDBFF\uDFFF\n".getBytes(StandardCharsets.UTF_8);

        assertArrayEquals(text, all(text, piece));
    }

    /** Bytes that are no character: overlong, half of a pair, above the last one, cut, and those that begin nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "C0AF",
                "E0809F",
                "EDA080",
                "F08080AF",
                "F4908080",
                "F5808080",
                "80",
                "C3C3",
                "E2 82 41",
                "FF",
                "FE"
            })
    void refusesWhatIsNotUtf8(String bytes) {
        byte[] text = HexFormat.of().parseHex("410A" + bytes.replace(" ", ""));

        UnreadableTextException refused = assertThrows(UnreadableTextException.class, () -> all(text, 100));

        assertEquals(2, refused.line());
        assertEquals("is not UTF-8: byte", refused.reason().substring(0, 18));
    }

    @ParameterizedTest
    @CsvSource({"a\\nb\\n, 3", "a\\r\\nb\\r\\n, 3", "a\\rb\\r, 3", "\\n\\r\\n\\r, 4"})
    void countsLinesHoweverTheyEnd(String before, long line) {
        String text = before.replace("\\n", "\n").replace("\\r", "\r") + "xy\0";

        UnreadableTextException refused =
                assertThrows(UnreadableTextException.class, () -> all(text.getBytes(StandardCharsets.UTF_8), 2));

        assertEquals(line, refused.line());
        assertEquals("has the character NUL as byte 3; a text has none", refused.reason());
    }

    @Test
    void refusesAnEndWithinACharacter() {
        byte[] cut = {'a', '\n', (byte) 0xE8, (byte) 0x80};

        UnreadableTextException refused = assertThrows(UnreadableTextException.class, () -> all(cut, 10));

        assertEquals(2, refused.line());
        assertEquals("the file ends within a character", refused.reason());
    }

    @Test
    void handsOnByteByByteToo() throws IOException {
        try (CheckedText text = new CheckedText(new ByteArrayInputStream("é".getBytes(StandardCharsets.UTF_8)))) {
            assertEquals(2, text.available());
            assertEquals(0xC3, text.read());
            assertEquals(0xA9, text.read());
            assertEquals(-1, text.read());
        }
    }

    @Test
    void handsOnAByteOfZeroToNobody() {
        CheckedText text = new CheckedText(new ByteArrayInputStream(new byte[1]));

        assertThrows(UnreadableTextException.class, text::read);
        assertThrows(UnreadableTextException.class, text::read, "nor later");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C280", "DFBF", "E0A080", "EFBFBF", "F0908080", "F48FBFBF"})
    void handsOnTheFirstAndTheLastCharacterOfEachLength(String bytes) throws IOException {
        byte[] text = HexFormat.of().parseHex(bytes);

        assertArrayEquals(text, all(text, 100));
    }

    @Test
    void closesWhatItReads() throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream bytes = new ByteArrayInputStream(new byte[0]) {
            @Override
            public void close() {
                closed.set(true);
            }
        };

        new CheckedText(bytes).close();

        assertTrue(closed.get());
    }

    @Test
    void handsOnFirstWhatStandsBeforeAFault() throws IOException {
        CheckedText text = new CheckedText(new ByteArrayInputStream(new byte[] {'a', 'b', 0, 'c'}));
        byte[] buffer = new byte[10];

        assertEquals(2, text.read(buffer, 0, 10));
        assertThrows(UnreadableTextException.class, () -> text.read(buffer, 0, 10));
    }

    private static byte[] all(byte[] bytes, int piece) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (InputStream text = new CheckedText(new ByteArrayInputStream(bytes))) {
            byte[] buffer = new byte[piece];
            for (int count = text.read(buffer); count >= 0; count = text.read(buffer)) {
                out.write(buffer, 0, count);
            }
        }
        return out.toByteArray();
    }
}
