package io.lancang.gateway.freshness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class AnswerFreshnessTest {
    private static final long NOW = 1_000_000;

    private final AnswerFreshness freshness = new AnswerFreshness();

    @Test
    void saysNothingOfAnAnswerWithoutParts() {
        assertNull(freshness.verdict(false, NOW));
        assertNull(freshness.verdict(true, NOW));
    }

    @Test
    void countsFromTheOldestPartToTheFirstThatEnds() {
        freshness.note(new Lifetime(NOW - 1_000, NOW + 10_000, 0, 0, false, false));
        freshness.note(new Lifetime(NOW - 5_000, NOW + 30_000, 0, 0, false, false));

        assertEquals("public, max-age=15", cacheControl());
    }

    @Test
    void saysOfAnOldPartThatNoTimeIsLeft() {
        freshness.note(new Lifetime(NOW - 5_000, NOW - 1_000, NOW + 10_000, 0, false, false));

        assertEquals("public, max-age=5", cacheControl());
        assertEquals(5, verdict().age());
    }

    @Test
    void isPrivateIfOnePartIs() {
        freshness.note(new Lifetime(NOW, NOW + 10_000, 0, 0, true, false));
        freshness.note(new Lifetime(NOW, NOW + 10_000, 0, 0, false, false));

        assertEquals("private, max-age=10", cacheControl());
    }

    @Test
    void isImmutableIfAllPartsAre() {
        freshness.note(new Lifetime(NOW, NOW + 10_000, 0, 0, false, true));
        assertEquals("public, max-age=10, immutable", cacheControl());

        freshness.note(new Lifetime(NOW, NOW + 20_000, 0, 0, false, false));
        assertEquals("public, max-age=10", cacheControl());
    }

    @Test
    void isNotKeptIfOnePartIsUnknown() {
        freshness.note(new Lifetime(NOW, NOW + 10_000, 0, 0, false, false));
        freshness.noteUnknown();

        assertEquals("no-store", cacheControl());
    }

    @Test
    void saysNothingOfAChange() {
        freshness.note(new Lifetime(NOW, NOW + 10_000, 0, 0, false, false));
        freshness.noteChange();

        assertNull(freshness.verdict(false, NOW));
    }

    private String cacheControl() {
        return verdict().cacheControl();
    }

    private AnswerFreshness.Verdict verdict() {
        return Objects.requireNonNull(freshness.verdict(false, NOW));
    }
}
