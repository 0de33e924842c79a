package io.lancang.gateway.subgraph.request;

import io.lancang.gateway.limits.BytePot;
import org.jspecify.annotations.Nullable;

/** The room that answers take which were made for one request of a client. Belongs to the event loop of the client's connection. */
public final class HeldRoom {
    private @Nullable BytePot pot;
    private long held;

    /**
     * Takes room for bytes of an answer, until {@link #release()}. False if there is none.
     *
     * @param maximum bytes of the request
     */
    boolean take(BytePot from, long bytes, long maximum) {
        if (held + bytes > maximum || !from.take(bytes)) {
            return false;
        }
        pot = from;
        held += bytes;
        return true;
    }

    /** Gives back room for bytes of an answer that nobody needs. */
    public void drop(long bytes) {
        // Less if the room was released in the meantime.
        long back = Math.min(held, bytes);
        if (pot != null && back > 0) {
            pot.giveBack(back);
            held -= back;
        }
    }

    /** Gives all of it back. */
    void release() {
        if (pot != null) {
            pot.giveBack(held);
            held = 0;
        }
    }
}
