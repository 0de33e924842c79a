package io.lancang.kit.representation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentCodingTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    -                            | IDENTITY
                    ''                           | IDENTITY
                    gzip                         | GZIP
                    GZip                         | GZIP
                    x-gzip                       | GZIP
                    zstd                         | ZSTD
                    deflate, gzip, br, zstd      | ZSTD
                    gzip;q=0.9, zstd;q=0.1       | GZIP
                    gzip; q=0.001                | GZIP
                    gzip;q=0                     | IDENTITY
                    gzip;q=0, zstd               | ZSTD
                    gzip;q=0.5, identity         | IDENTITY
                    br                           | IDENTITY
                    *                            | GZIP
                    *;q=0, zstd                  | ZSTD
                    gzip;q=2                     | IDENTITY
                    gzip;level=9                 | IDENTITY
                    identity;q=0                 | IDENTITY
                    """)
    void isTheOneOfTheGreatestWeight(@Nullable String accepted, ContentCoding chosen) {
        assertEquals(chosen, ContentCoding.of(accepted));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    -                   | true
                    gzip                | true
                    identity;q=0.1      | true
                    identity;q=0        | false
                    *;q=0               | false
                    *;q=0, identity     | true
                    """)
    void isNoneUnlessTheClientRefusesThat(@Nullable String accepted, boolean isTaken) {
        assertEquals(isTaken, ContentCoding.takesIdentity(accepted));
    }

    @Test
    void hasATagOfItsOwn() {
        Validator validator = new Validator("a1", Instant.parse("2026-11-01T08:09:10.987Z"));

        assertEquals("\"a1\"", validator.etag(ContentCoding.IDENTITY));
        assertEquals("\"a1-gzip\"", validator.etag(ContentCoding.GZIP));
        assertEquals("\"a1-zstd\"", validator.etag(ContentCoding.ZSTD));
        // The first of November 2026 is a Sunday.
        assertEquals("Sun, 01 Nov 2026 08:09:10 GMT", validator.lastModified());
    }
}
