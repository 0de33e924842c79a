package io.lancang.corridor.feature.closure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.corridor.ground.fact.Mode;
import io.lancang.corridor.ground.fact.Status;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CorridorEndsTest {
    private static final Set<Status> IN_SERVICE = Set.of(Status.OPERATIONAL);

    /** A line from A over B to C, with a branch from B to D. */
    private static final List<ClosedParts.Part> FORKED =
            List.of(rail("a", "b", "OPERATIONAL"), rail("b", "c", "OPERATIONAL"), rail("b", "d", "OPERATIONAL"));

    @Test
    void areWhereASinglePartBeginsOrEnds() {
        CorridorEnds ends = CorridorEnds.of(FORKED, IN_SERVICE).getFirst();

        assertEquals(List.of("a", "c", "d"), ends.ends());
        assertEquals(3, ends.pairCount());
        assertEquals(
                List.of("a-c", "a-d", "c-d"),
                ends.pairs().map(pair -> pair.from() + "-" + pair.to()).toList());
    }

    @Test
    void areThoseOfPartsWithTheWantedStatuses() {
        List<ClosedParts.Part> begun = List.of(rail("a", "b", "OPERATIONAL"), rail("b", "c", "PLANNED"));

        assertEquals(
                List.of("a", "b"), CorridorEnds.of(begun, IN_SERVICE).getFirst().ends());
        assertEquals(
                List.of("a", "c"),
                CorridorEnds.of(begun, Set.of(Status.OPERATIONAL, Status.PLANNED))
                        .getFirst()
                        .ends());
        assertEquals(List.of(), CorridorEnds.of(begun, Set.of(Status.PROPOSED)));
    }

    @Test
    void areForGoodsWhereGoodsTravelOnEveryPart() {
        ClosedParts.Part power = new ClosedParts.Part("x", "c", "e", Mode.POWER, "OPERATIONAL");

        assertTrue(CorridorEnds.of(FORKED, IN_SERVICE).getFirst().isForGoods());
        assertFalse(CorridorEnds.of(List.of(FORKED.getFirst(), power), IN_SERVICE)
                .getFirst()
                .isForGoods());
    }

    private static ClosedParts.Part rail(String from, String to, String status) {
        return new ClosedParts.Part("x", from, to, Mode.RAIL, status);
    }
}
