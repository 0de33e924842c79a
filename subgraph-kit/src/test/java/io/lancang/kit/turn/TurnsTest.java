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
        Turn first = turns.of("a", () -> begun.add("first"));
        Turn second = turns.of("a", () -> begun.add("second"));
        Turn third = turns.of("a", () -> begun.add("third"));
        assertEquals(
                List.of(Entry.AT_ONCE, Entry.AT_ONCE, Entry.LATER),
                List.of(first.enter(), second.enter(), third.enter()));
        assertEquals(List.of(), begun);

        second.leave();
        assertEquals(List.of("third"), begun);
    }

    @Test
    void takesClientsInTurnAndEachInItsOrder() {
        Turn held = turns.of("a", () -> {});
        held.enter();
        turns.of("a", () -> {}).enter();
        List<Turn> waiting = new ArrayList<>();
        for (String name : List.of("a1", "a2", "a3", "b1", "c1")) {
            Turn turn = turns.of(name.substring(0, 1), () -> begun.add(name));
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
        Turn twice = turns.of("a", () -> {});
        twice.enter();
        turns.of("a", () -> {}).enter();
        twice.leave();
        twice.leave();

        assertEquals(Entry.AT_ONCE, turns.of("a", () -> {}).enter());
        assertEquals(Entry.LATER, turns.of("a", () -> {}).enter());
    }

    @Test
    void forgetsWhoGetsOutOfLine() {
        Turn held = turns.of("a", () -> {});
        held.enter();
        turns.of("a", () -> {}).enter();
        Turn gone = turns.of("b", () -> begun.add("gone"));
        gone.enter();
        turns.of("b", () -> begun.add("next")).enter();

        gone.leave();
        held.leave();
        assertEquals(List.of("next"), begun);
    }

    @Test
    void refusesWhomItHasNoRoomFor() {
        List<Turn> waiting = new ArrayList<>();
        for (int number = 0; number < 7; number++) {
            Turn turn = turns.of("a", () -> {});
            turn.enter();
            waiting.add(turn);
        }
        assertEquals(Entry.REFUSED, turns.of("b", () -> {}).enter());

        waiting.getFirst().leave();
        assertEquals(Entry.LATER, turns.of("b", () -> {}).enter());
    }
}
