package io.lancang.kit.representation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {
    private static final Validator VALIDATOR = new Validator("a", Instant.parse("2026-11-01T08:00:00Z"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", quoteCharacter = '\'', textBlock = """
                    -                | -                             | false
                    "a"              | -                             | true
                    W/"a"            | -                             | true
                    "b", "a"         | -                             | true
                    *                | -                             | true
                    "b"              | -                             | false
                    "a-gzip"         | -                             | false
                    a                | -                             | false
                    -                | Sun, 01 Nov 2026 08:00:00 GMT | true
                    -                | Sun, 01 Nov 2026 07:59:59 GMT | false
                    -                | yesterday                     | false
                    "b"              | Sun, 01 Nov 2026 08:00:00 GMT | false
                    """)
    void knowAnAnswerByItsTagOrElseByItsTime(@Nullable String tags, @Nullable String since, boolean isKnown) {
        assertEquals(isKnown, new Conditions(tags, since, null).know(VALIDATOR, ContentCoding.IDENTITY));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", quoteCharacter = '\'', textBlock = """
                    -                             | true
                    "a"                           | true
                    W/"a"                         | false
                    "a-gzip"                      | false
                    "b"                           | false
                    Sun, 01 Nov 2026 08:00:00 GMT | false
                    """)
    void continueWithTheSameBytesAlone(@Nullable String ifRange, boolean isContinued) {
        assertEquals(isContinued, new Conditions(null, null, ifRange).continueWith(VALIDATOR));
    }
}
