package io.lancang.gateway.freshness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CacheControlTest {
    @Test
    void saysNothingWhereNothingIsSaid() {
        assertEquals(CacheControl.NONE, CacheControl.parse(List.of()));
        assertEquals(CacheControl.NONE, CacheControl.parse(List.of("", "public, must-understand")));
    }

    @Test
    void readsAllHeadersInAnyCase() {
        CacheControl said = CacheControl.parse(
                List.of("Public,  MAX-AGE = 60", "stale-while-revalidate=\"30\" , stale-if-error=600"));

        assertEquals(new CacheControl(false, false, 60, false, false, 30, 600), said);
    }

    @Test
    void seesThatAnAnswerNeverChanges() {
        assertTrue(CacheControl.parse(List.of("max-age=60, Immutable")).isImmutable());
        assertFalse(CacheControl.parse(List.of("max-age=60")).isImmutable());
    }

    @Test
    void takesTheTimeForSharedCachesIfThereIsOne() {
        assertEquals(5, CacheControl.parse(List.of("s-maxage=5, max-age=60")).maxAge());
        assertEquals(60, CacheControl.parse(List.of("s-maxage=60, max-age=5")).maxAge());
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-store", "max-age=60, No-Cache", "no-cache=\"set-cookie\", max-age=60"})
    void seesThatAnAnswerMayNotBeGivenAgain(String value) {
        assertTrue(CacheControl.parse(List.of(value)).isForbidden());
    }

    @Test
    void seesThatAnAnswerIsPrivateWhicheverOfItsFieldsAre() {
        assertTrue(CacheControl.parse(List.of("private=\"x\", max-age=1")).isPrivate());
        assertFalse(CacheControl.parse(List.of("max-age=1")).isPrivate());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"max-age", "max-age=", "max-age=-1", "max-age=1.5", "max-age=soon", "max-age=60, max-age=0"})
    void takesATimeThatIsNoneForZeroAndOfTwoTheShorter(String value) {
        assertEquals(0, CacheControl.parse(List.of(value)).maxAge());
    }

    @Test
    void takesAnEndlessTimeForAVeryLongOne() {
        long longest =
                CacheControl.parse(List.of("max-age=99999999999999999999")).maxAge();

        assertTrue(longest > 1_000_000_000L && longest < Long.MAX_VALUE / 1_000_000, "a sum in milliseconds has room");
    }

    @ParameterizedTest
    @ValueSource(strings = {"must-revalidate", "proxy-revalidate"})
    void seesThatAnAnswerMayNeverBeStale(String value) {
        assertTrue(CacheControl.parse(List.of(value)).isStrict());
    }
}
