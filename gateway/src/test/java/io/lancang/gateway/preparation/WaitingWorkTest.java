package io.lancang.gateway.preparation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class WaitingWorkTest {
    private final WaitingWork<Piece> work = new WaitingWork<>(new WaitingWork.Bounds(4, 3, 100));

    @Test
    void servesClientsInTurn() {
        List.of("a1", "a2", "a3", "b1").forEach(name -> work.add(piece(name)));

        assertEquals(List.of("a1", "b1", "a2", "a3"), all());
    }

    @Test
    void refusesMoreOfOneClientThanOneMayHave() {
        List.of("a1", "a2", "a3").forEach(name -> work.add(piece(name)));

        assertEquals(List.of("a4"), names(work.add(piece("a4"))));
        assertEquals(List.of("a1", "a2", "a3"), all());
    }

    @Test
    void takesTheLastFromTheClientWithTheMost() {
        List.of("a1", "a2", "a3", "b1").forEach(name -> work.add(piece(name)));

        assertEquals(List.of("a3"), names(work.add(piece("c1"))));
        assertEquals(List.of("a1", "b1", "c1", "a2"), all());
    }

    @Test
    void refusesWhatIsNewWhenAllHaveEquallyMuch() {
        List.of("a1", "a2", "b1", "b2").forEach(name -> work.add(piece(name)));

        assertEquals(List.of("a3"), names(work.add(piece("a3"))));
        assertEquals(List.of("a1", "b1", "a2", "b2"), all());
    }

    @Test
    void boundsTheSizeOfAllTogether() {
        work.add(new Piece("a1", 60, new AtomicBoolean(true)));

        assertEquals(List.of("a2"), names(work.add(new Piece("a2", 60, new AtomicBoolean(true)))));
        assertEquals(List.of("b1"), names(work.add(new Piece("b1", 60, new AtomicBoolean(true)))));
        assertEquals(List.of("a1"), all());
        assertEquals(List.of(), names(work.add(new Piece("a3", 100, new AtomicBoolean(true)))));
    }

    @Test
    void takesOutWhatNobodyWaitsFor() {
        AtomicBoolean wanted = new AtomicBoolean(true);
        work.add(new Piece("a1", 1, wanted));
        work.add(piece("a2"));
        work.add(new Piece("b1", 1, wanted));

        wanted.set(false);

        assertEquals(List.of("a1", "b1"), names(work.removeUnwanted()));
        assertEquals(List.of("a2"), all());
        assertNull(work.next());
    }

    private static Piece piece(String name) {
        return new Piece(name, 1, new AtomicBoolean(true));
    }

    private List<String> all() {
        List<Piece> all = new ArrayList<>();
        for (Piece piece = work.next(); piece != null; piece = work.next()) {
            all.add(piece);
        }
        return names(all);
    }

    private static List<String> names(List<Piece> pieces) {
        return pieces.stream().map(Piece::name).toList();
    }

    /** Work of the client that its name begins with. */
    private record Piece(String name, long size, AtomicBoolean wanted) implements WaitingWork.Task {
        @Override
        public String client() {
            return name.substring(0, 1);
        }

        @Override
        public boolean isWanted() {
            return wanted.get();
        }
    }
}
