package io.lancang.gateway.subgraph.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OpeningsTest {
    private final List<String> opened = new ArrayList<>();

    private Openings.Turn enter(Openings openings, String client, String name) {
        return openings.enter(client, () -> opened.add(name), Runnable::run);
    }

    @Test
    void opensSoManyAtATimeAndTheNextWhenOneIsOpen() {
        Openings openings = new Openings(2);
        Openings.Turn first = enter(openings, "a", "a1");
        enter(openings, "a", "a2");
        enter(openings, "a", "a3");
        enter(openings, "a", "a4");
        assertEquals(List.of("a1", "a2"), opened);

        first.leave();
        first.leave();

        assertEquals(List.of("a1", "a2", "a3"), opened);
    }

    @Test
    void servesClientsInTurn() {
        Openings openings = new Openings(1);
        List<Openings.Turn> turns = new ArrayList<>();
        for (String name : List.of("a1", "a2", "a3", "b1", "b2")) {
            turns.add(enter(openings, name.substring(0, 1), name));
        }

        for (int index : new int[] {0, 1, 3, 2}) {
            turns.get(index).leave();
        }

        assertEquals(List.of("a1", "a2", "b1", "a3", "b2"), opened);
    }

    @Test
    void opensNothingForWhoLeftTheLine() {
        Openings openings = new Openings(1);
        Openings.Turn first = enter(openings, "a", "a1");
        Openings.Turn second = enter(openings, "a", "a2");
        Openings.Turn third = enter(openings, "b", "b1");

        second.leave();
        third.leave();
        first.leave();
        assertEquals(List.of("a1"), opened);

        enter(openings, "a", "a4");
        assertEquals(List.of("a1", "a4"), opened);
    }
}
