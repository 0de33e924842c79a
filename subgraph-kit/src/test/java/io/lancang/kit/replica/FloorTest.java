package io.lancang.kit.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FloorTest {
    private final Floor floor = new Floor();

    @Test
    void isKnownOnceThePrimaryWasLookedAtWhileReleasesAreHeardOf() {
        floor.told(4, floor.happened());
        assertEquals(new Floor.Level(4, false), floor.level(), "nothing later would be heard of");

        floor.listens();
        assertEquals(new Floor.Level(4, false), floor.level(), "something may have come before that");

        floor.told(5, floor.happened());
        assertEquals(new Floor.Level(5, true), floor.level());

        floor.lost();
        assertEquals(new Floor.Level(5, false), floor.level());
    }

    @Test
    void isUnknownAfterAChangeUntilALookThatBeganAfterIt() {
        floor.listens();
        floor.told(5, floor.happened());
        long before = floor.happened();
        floor.changed();

        floor.told(5, before);
        assertEquals(new Floor.Level(5, false), floor.level(), "the look began before the change");

        floor.told(6, floor.happened());
        assertEquals(new Floor.Level(6, true), floor.level());
    }

    @Test
    void neverSinks() {
        floor.published(7);
        floor.told(6, floor.happened());
        floor.published(3);

        assertEquals(7, floor.level().release());
    }
}
