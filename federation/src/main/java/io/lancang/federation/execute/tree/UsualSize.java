package io.lancang.federation.execute.tree;

/**
 * How much room something takes that each request makes anew, as the room to begin with for the next: the most that a recent
 * one took. It grows at once, since a copy costs more than spare room, and shrinks by an eighth of the difference with each
 * smaller one, so that one that was unusually large is soon forgotten. Thread-safe.
 *
 * <p>Two requests may note what they took at the same time, and one of the two is forgotten. The next request then begins with
 * room that was right for the other, and at worst copies once; no lock on the way of every request is worth that.
 */
public final class UsualSize {
    private volatile int room;

    /** @param room to begin with for the first */
    public UsualSize(int room) {
        this.room = room;
    }

    /** The room to begin with. */
    public int room() {
        return room;
    }

    /** Remembers what was taken. */
    public void note(int used) {
        int before = room;
        int next = used >= before ? used : before - (before - used) / 8;
        // Requests of the same size leave the field alone, and so in the caches of all processors.
        if (next != before) {
            room = next;
        }
    }
}
