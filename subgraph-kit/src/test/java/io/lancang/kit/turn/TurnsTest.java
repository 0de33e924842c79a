package io.lancang.kit.turn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.kit.turn.Turns.Entry;
import io.lancang.kit.turn.Turns.Turn;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two places, and room for five who wait. */
class TurnsTest {
    private final Turns turns = new Turns(2, 5);
    private final List<String> begun = new ArrayList<>();

    @Test
    void letsTheFirstBeginByThemselvesAndTheOthersWhenTheyLeave() {
        Turn first = turns.of("a", 1, () -> begun.add("first"));
        Turn second = turns.of("a", 1, () -> begun.add("second"));
        Turn third = turns.of("a", 1, () -> begun.add("third"));
        assertEquals(
                List.of(Entry.AT_ONCE, Entry.AT_ONCE, Entry.LATER),
                List.of(first.enter(), second.enter(), third.enter()));
        assertEquals(List.of(), begun);

        second.leave();
        assertEquals(List.of("third"), begun);
    }

    @Test
    void takesClientsInTurnAndEachInItsOrder() {
        Turn held = turns.of("a", 1, () -> {});
        held.enter();
        turns.of("a", 1, () -> {}).enter();
        List<Turn> waiting = new ArrayList<>();
        for (String name : List.of("a1", "a2", "a3", "b1", "c1")) {
            Turn turn = turns.of(name.substring(0, 1), 1, () -> begun.add(name));
            assertEquals(Entry.LATER, turn.enter());
            waiting.add(turn);
        }

        held.leave();
        waiting.get(0).leave();
        waiting.get(3).leave();
        waiting.get(4).leave();
        waiting.get(1).leave();
        assertEquals(List.of("a1", "b1", "c1", "a2", "a3"), begun);
    }

    @Test
    void givesAPlaceBackOnceHoweverOftenItIsLeft() {
        Turn twice = turns.of("a", 1, () -> {});
        twice.enter();
        turns.of("a", 1, () -> {}).enter();
        twice.leave();
        twice.leave();

        assertEquals(Entry.AT_ONCE, turns.of("a", 1, () -> {}).enter());
        assertEquals(Entry.LATER, turns.of("a", 1, () -> {}).enter());
    }

    @Test
    void forgetsWhoGetsOutOfLine() {
        Turn held = turns.of("a", 1, () -> {});
        held.enter();
        turns.of("a", 1, () -> {}).enter();
        Turn gone = turns.of("b", 1, () -> begun.add("gone"));
        gone.enter();
        turns.of("b", 1, () -> begun.add("next")).enter();

        gone.leave();
        held.leave();
        assertEquals(List.of("next"), begun);
    }

    @Test
    void hasRoomAgainForAsManyAsGetOutOfLine() {
        turns.of("a", 2, () -> {}).enter();
        List<Turn> waiting = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            Turn turn = turns.of("a", 1, () -> {});
            assertEquals(Entry.LATER, turn.enter());
            waiting.add(turn);
        }
        assertEquals(Entry.REFUSED, turns.of("b", 1, () -> {}).enter());

        waiting.getFirst().leave();
        waiting.getLast().leave();

        assertEquals(3, turns.waiting());
        assertEquals(Entry.LATER, turns.of("b", 1, () -> {}).enter());
        assertEquals(Entry.LATER, turns.of("b", 1, () -> {}).enter());
        assertEquals(Entry.REFUSED, turns.of("b", 1, () -> {}).enter());
    }

    @Test
    void refusesWhomItHasNoRoomFor() {
        List<Turn> waiting = new ArrayList<>();
        for (int number = 0; number < 7; number++) {
            Turn turn = turns.of("a", 1, () -> {});
            turn.enter();
            waiting.add(turn);
        }
        assertEquals(Entry.REFUSED, turns.of("b", 1, () -> {}).enter());

        waiting.getFirst().leave();
        assertEquals(Entry.LATER, turns.of("b", 1, () -> {}).enter());
    }

    @Test
    void letsWhatWeighsMuchBeginOnlyWhenAllOfItFits() {
        Turn one = turns.of("a", 1, () -> {});
        Turn other = turns.of("a", 1, () -> {});
        one.enter();
        other.enter();
        assertEquals(Entry.LATER, turns.of("b", 2, () -> begun.add("heavy")).enter());

        one.leave();
        assertEquals(List.of(), begun);
        other.leave();
        assertEquals(List.of("heavy"), begun);
    }

    @Test
    void letsNobodyPassTheHeavyOneWhoIsNext() {
        Turn held = turns.of("a", 1, () -> {});
        held.enter();
        turns.of("b", 2, () -> begun.add("heavy")).enter();

        assertEquals(Entry.LATER, turns.of("c", 1, () -> begun.add("light")).enter());
        held.leave();
        assertEquals(List.of("heavy"), begun);
    }

    @Test
    void letsWhatWeighsMoreThanThereIsBeUnderWayAlone() {
        Turn huge = turns.of("a", 99, () -> {});

        assertEquals(Entry.AT_ONCE, huge.enter());
        assertEquals(Entry.LATER, turns.of("b", 1, () -> begun.add("one")).enter());
        assertEquals(Entry.LATER, turns.of("b", 1, () -> begun.add("two")).enter());
        huge.leave();
        assertEquals(List.of("one", "two"), begun);
    }

    @Test
    void letsThoseBeginWhoWaitedForOneThatGaveUpWaiting() {
        turns.of("a", 1, () -> {}).enter();
        Turn heavy = turns.of("b", 2, () -> begun.add("heavy"));
        heavy.enter();
        turns.of("c", 1, () -> begun.add("light")).enter();

        heavy.leave();
        assertEquals(List.of("light"), begun);
    }
}
