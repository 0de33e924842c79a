package io.lancang.gateway.cache.invalidation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class InvalidationsTest {
    private final Invalidations invalidations = new Invalidations(3);

    @Test
    void endsWhatWasAskedForBeforeAndNothingElse() {
        long before = invalidations.count();
        invalidations.invalidate(List.of("a"));
        long after = invalidations.count();

        assertFalse(invalidations.hold(List.of("b", "a"), before));
        assertTrue(invalidations.hold(List.of("b"), before));
        assertTrue(invalidations.hold(List.of("b", "a"), after));
    }

    @Test
    void endsAgainWhatWasAskedForSince() {
        invalidations.invalidate(List.of("a"));
        long between = invalidations.count();
        invalidations.invalidate(List.of("a", "b"));

        assertFalse(invalidations.hold(List.of("a"), between));
    }

    @Test
    void forgetsNoInvalidationOfWhichItHasForgottenTheMark() {
        long before = invalidations.count();
        invalidations.invalidate(List.of("a"));
        invalidations.invalidate(List.of("b", "c"));
        long between = invalidations.count();
        assertTrue(invalidations.hold(List.of("d"), before));

        invalidations.invalidate(List.of("d"));

        assertFalse(invalidations.hold(List.of("a"), before));
        assertFalse(invalidations.hold(List.of("e"), between));
        assertTrue(invalidations.hold(List.of("a", "d"), invalidations.count()));
    }
}
