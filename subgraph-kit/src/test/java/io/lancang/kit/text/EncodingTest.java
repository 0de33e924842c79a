package io.lancang.kit.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files are read in the encoding that they are written in, and refused where that is not certain. */
class EncodingTest {
    private static final Charset GB_18030 = Charset.forName("GB18030");

    @ParameterizedTest
    @CsvSource({
        "UTF-8, year, UTF_8",
        "UTF-8, 年份 老挝, UTF_8",
        "GB18030, 年份 老挝, GB_18030",
        "GBK, 贸易伙伴名称, GB_18030",
        "ISO-8859-1, Côte d'Ivoire Réunion São Tomé, UTF_8",
        "ISO-8859-1, é, UTF_8"
    })
    void isRecognisedByTheText(String charset, String text, Encoding encoding) {
        assertEquals(encoding, Encoding.of(text.getBytes(Charset.forName(charset))));
    }

    @Test
    void isRecognisedByTheMark() {
        assertEquals(Encoding.UTF_16LE, Encoding.of("\uFEFFyear".getBytes(StandardCharsets.UTF_16LE)));
        assertEquals(Encoding.UTF_16BE, Encoding.of("\uFEFFyear".getBytes(StandardCharsets.UTF_16BE)));
        assertEquals(Encoding.UTF_8, Encoding.of(new byte[0]));
    }

    @Test
    void isRecognisedAlthoughTheBeginningEndsWithinACharacter() {
        byte[] text = "年份,老挝,越南".getBytes(GB_18030);

        assertEquals(Encoding.GB_18030, Encoding.of(java.util.Arrays.copyOf(text, text.length - 1)));
    }

    /** Longer than a piece, with characters of two halves at any place. */
    @Test
    void becomesUtf8() throws IOException {
        String text = "老挝𠀀,a\n".repeat(5_000);

        for (Encoding encoding : new Encoding[] {Encoding.GB_18030, Encoding.UTF_16LE, Encoding.UTF_16BE}) {
            try (Transcoded utf8 =
                    new Transcoded(new ByteArrayInputStream(text.getBytes(encoding.charset())), encoding)) {
                assertArrayEquals(text.getBytes(StandardCharsets.UTF_8), utf8.readAllBytes(), encoding.label());
            }
        }
    }

    @Test
    void refusesAByteThatIsNoneOfItWithItsPlace() throws IOException {
        byte[] text = "年份\n老挝\n".getBytes(GB_18030);
        byte[] broken = java.util.Arrays.copyOf(text, text.length + 2);
        broken[text.length] = (byte) 0xFF;
        broken[text.length + 1] = (byte) 0xFF;

        try (Transcoded utf8 = new Transcoded(new ByteArrayInputStream(broken), Encoding.GB_18030)) {
            UnreadableTextException refused = assertThrows(UnreadableTextException.class, utf8::readAllBytes);
            assertTrue(refused.reason().contains("GB 18030"), refused.reason());
        }
    }
}
