package io.lancang.federation.plan.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.operation.Conditions;
import io.lancang.federation.plan.query.PlanningException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DemandTest {
    private static final Conditions A = include("a");
    private static final Conditions B = include("b");
    private static final Conditions A_AND_B = include("a", "b");

    @Test
    void dropsAConditionThatAWeakerOneImplies() {
        Demand demand = Demand.of(A_AND_B);

        assertTrue(demand.add(A));
        assertEquals(List.of(A), demand.alternatives());
        assertFalse(demand.add(A_AND_B));
        assertEquals(List.of(A), demand.alternatives());
    }

    @Test
    void keepsConditionsOfWhichNeitherImpliesTheOther() {
        Demand demand = Demand.of(A);

        assertTrue(demand.add(B));
        assertTrue(demand.add(new Conditions(Set.of(), Set.of("a"))));
        assertEquals(List.of(A, B, new Conditions(Set.of(), Set.of("a"))), demand.when());
    }

    @Test
    void isAlwaysThereOnceNeededWithoutCondition() {
        Demand demand = Demand.of(A);
        demand.add(Conditions.NONE);

        assertEquals(List.of(), demand.when());
        assertEquals(List.of(Conditions.NONE), demand.alternatives());
    }

    @Test
    void coversADemandOfWhichEachAlternativeIsCovered() {
        Demand demand = Demand.of(A);
        demand.add(B);
        Demand both = Demand.of(A_AND_B);

        assertTrue(demand.coversAll(both));
        assertFalse(both.coversAll(demand));
        both.addAll(demand);
        assertEquals(List.of(A, B), both.alternatives());
    }

    @Test
    void sharesWhatStandsInEachAlternative() {
        Demand demand = Demand.of(include("a", "b"));
        demand.add(include("a", "c"));

        assertEquals(A, demand.common());
        assertEquals(Conditions.NONE, new Demand().common());
    }

    @Test
    void comparesWhatIsSkippedToo() {
        Conditions unlessA = new Conditions(Set.of(), Set.of("a"));

        assertFalse(Demand.implies(Conditions.NONE, unlessA));
        assertFalse(Demand.implies(Conditions.NONE, A));
        assertTrue(Demand.implies(unlessA, Conditions.NONE));
        assertTrue(Demand.implies(A, A));
    }

    @Test
    void refusesMoreThan256Alternatives() {
        Demand demand = new Demand();
        for (int number = 0; number < 256; number++) {
            assertTrue(demand.add(include("v" + number)));
        }

        PlanningException refused = assertThrows(PlanningException.class, () -> demand.add(A));
        assertEquals("LIMIT_EXCEEDED", refused.error().code());
    }

    private static Conditions include(String... variables) {
        return new Conditions(Set.of(variables), Set.of());
    }
}
