package io.lancang.integration.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApiKeyEntityTest {
    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-11-29T12:00:00Z");
    private static final KeyText SUCCESSOR = KeyText.make(bound -> 0);

    @Test
    void isGoodUntilTheMomentOfItsEnd() {
        ApiKeyEntity key = key(NOON);
        assertTrue(key.isGoodAt(NOON.minusNanos(1)));
        assertEquals(KeyState.ACTIVE, key.stateAt(NOON.minusNanos(1)));
        assertFalse(key.isGoodAt(NOON));
        assertEquals(KeyState.EXPIRED, key.stateAt(NOON));
    }

    @Test
    void endsWithTheEarlierOfItsOwnEndAndThatOfTheOverlap() {
        ApiKeyEntity overlapFirst = key(NOON.plusHours(2));
        overlapFirst.rotateOut(SUCCESSOR, NOON.plusHours(1));
        assertEquals(NOON.plusHours(1), overlapFirst.goodUntil());

        ApiKeyEntity ownFirst = key(NOON.plusHours(1));
        ownFirst.rotateOut(SUCCESSOR, NOON.plusHours(2));
        assertEquals(NOON.plusHours(1), ownFirst.goodUntil());
        assertEquals(KeyState.ROTATED_OUT, ownFirst.stateAt(NOON));
    }

    @Test
    void hasNoEndUnlessOneIsGiven() {
        ApiKeyEntity key = key(null);
        assertNull(key.goodUntil());
        assertTrue(key.isGoodAt(NOON.plusYears(100)));
        key.rotateOut(SUCCESSOR, NOON);
        assertEquals(NOON, key.goodUntil());
    }

    @Test
    void isRevokedWhateverElseItIs() {
        ApiKeyEntity key = key(NOON.plusHours(2));
        key.rotateOut(SUCCESSOR, NOON.plusHours(1));
        key.revoke("lost", NOON.minusHours(1));
        assertEquals(KeyState.REVOKED, key.stateAt(NOON));
        assertFalse(key.isGoodAt(NOON));
    }

    private static ApiKeyEntity key(@Nullable OffsetDateTime expiresAt) {
        return new ApiKeyEntity(
                KeyText.make(bound -> 1),
                "a-client",
                new ApiKeyEntity.Terms("of a test", List.of(), expiresAt),
                NOON.minusDays(1));
    }
}
