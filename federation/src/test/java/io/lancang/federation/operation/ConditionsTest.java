package io.lancang.federation.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ConditionsTest {
    private static final Conditions IF_A = new Conditions(Set.of("a"), Set.of());
    private static final Conditions UNLESS_B = new Conditions(Set.of(), Set.of("b"));
    private static final Conditions BOTH = new Conditions(Set.of("a"), Set.of("b"));

    @Test
    void holdWhereAllThatIncludeAreTrueAndNoneThatSkip() {
        assertTrue(BOTH.hold(Set.of("a")::contains));
        assertFalse(BOTH.hold(Set.of()::contains));
        assertFalse(BOTH.hold(Set.of("a", "b")::contains));
        assertFalse(new Conditions(Set.of("a", "b"), Set.of()).hold(Set.of("a")::contains));
        assertTrue(Conditions.NONE.hold(Set.of()::contains));
    }

    @Test
    void nameTheVariablesOfBothKinds() {
        assertTrue(BOTH.name("a"));
        assertTrue(BOTH.name("b"));
        assertFalse(BOTH.name("c"));
    }

    @Test
    void joinWithOthers() {
        assertEquals(BOTH, IF_A.and(UNLESS_B));
        assertEquals(BOTH, UNLESS_B.and(IF_A));
        assertEquals(IF_A, IF_A.and(Conditions.NONE));
        assertEquals(IF_A, Conditions.NONE.and(IF_A));
    }

    @Test
    void shareWhatStandsInBoth() {
        assertEquals(IF_A, BOTH.shared(IF_A));
        assertEquals(UNLESS_B, UNLESS_B.shared(BOTH));
        assertEquals(Conditions.NONE, IF_A.shared(UNLESS_B));
    }

    @Test
    void leaveOutWhatOthersAskAlready() {
        assertEquals(UNLESS_B, BOTH.without(IF_A));
        assertEquals(IF_A, BOTH.without(UNLESS_B));
        assertEquals(IF_A, IF_A.without(UNLESS_B));
    }

    @Test
    void contradictEachOtherWhereOneVariableIncludesAndSkips() {
        assertTrue(new Conditions(Set.of("a", "b"), Set.of("b", "c")).contradictory());
        assertFalse(BOTH.contradictory());
    }

    @Test
    void areEmptyWithoutAnyVariable() {
        assertTrue(Conditions.NONE.isEmpty());
        assertFalse(IF_A.isEmpty());
        assertFalse(UNLESS_B.isEmpty());
    }
}
