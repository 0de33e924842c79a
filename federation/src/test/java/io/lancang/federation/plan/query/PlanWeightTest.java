package io.lancang.federation.plan.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import graphql.language.Argument;
import graphql.language.IntValue;
import io.lancang.federation.OperationType;
import io.lancang.federation.operation.Conditions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The sums of what a plan has; whether a part weighs so much is what RetainedSizeTest measures. */
class PlanWeightTest {
    private static final PathStep STEP = new PathStep(Set.of(), "a");

    /**
     * The root fetch has 1,500 and 300 for each of two steps and of three selections, and an argument's two nodes of 100: 3,200.
     * The other has 1,500, a call of 1,500 without anything, and one of 1,500 with two steps (600), a selection (300), and a
     * representation: 300 for itself and each of two types (900), a field in a field (600), a fragment on three types (1,200) with
     * a field (300). That is 8,400.
     */
    @Test
    void isTheSumOfWhatAPlanHas() {
        RootFetch root = new RootFetch(
                0,
                "s",
                List.of(),
                OperationType.QUERY,
                List.of(STEP, STEP),
                List.of(field(
                        List.of(),
                        new FetchSelection.Fragment(
                                "A", Conditions.NONE, List.of(field(List.of(new Argument("n", IntValue.of(7)))))))),
                List.of());
        Representation representation = new Representation(
                Set.of("A", "B"),
                "A",
                List.of(part(part()), new RepresentationSelection.Fragment(Set.of("A", "B", "C"), List.of(part()))),
                List.of());
        EntityFetch entities = new EntityFetch(
                1,
                "s",
                List.of(0),
                List.of(
                        new EntityCall(
                                List.of(STEP, STEP), List.of(representation), List.of(field(List.of())), List.of()),
                        new EntityCall(List.of(), List.of(), List.of(), List.of())));

        assertEquals(3_200, PlanWeight.of(new QueryPlan(OperationType.QUERY, List.of(root))));
        assertEquals(3_200 + 8_400, PlanWeight.of(new QueryPlan(OperationType.QUERY, List.of(root, entities))));
    }

    private static FetchSelection field(List<Argument> arguments, FetchSelection... below) {
        return new FetchSelection.Field("f", "f", "f", arguments, Conditions.NONE, List.of(below));
    }

    private static RepresentationSelection part(RepresentationSelection... below) {
        return new RepresentationSelection.Field("f", "f", true, List.of(), List.of(below));
    }
}
