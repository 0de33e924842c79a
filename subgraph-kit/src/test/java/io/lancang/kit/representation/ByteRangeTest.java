package io.lancang.kit.representation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
    /** Of a file of ten bytes, 0 to 9. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    bytes=0-0    | bytes 0-0/10
                    bytes=3-5    | bytes 3-5/10
                    bytes=3-     | bytes 3-9/10
                    Bytes= 3-50  | bytes 3-9/10
                    bytes=9-     | bytes 9-9/10
                    bytes=-4     | bytes 6-9/10
                    bytes=-40    | bytes 0-9/10
                    bytes=10-    | -
                    bytes=-0     | -
                    """)
    void isCutToTheBytesThatThereAre(String header, @Nullable String answered) {
        ByteRange range = ByteRange.asked(header).orElseThrow();

        assertEquals(answered, range.of(10).map(span -> span.header(10)).orElse(null));
    }

    @Test
    void hasNoByteOfAnEmptyFile() {
        assertEquals(0, ByteRange.asked("bytes=-1").orElseThrow().of(0).stream().count());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=0-1,3-4",
                "bytes=5-3",
                "bytes=-",
                "bytes=a-b",
                "rows=0-1",
                "0-1",
                "bytes=0-9999999999999999999",
                ""
            })
    void isNoneThatCouldBeAnsweredAsOne(String header) {
        assertEquals(0, ByteRange.asked(header).stream().count());
    }
}
