package io.lancang.gateway.limits;

import java.util.concurrent.atomic.AtomicLong;

/** Bytes that are held for clients, bounded in sum over all of them. Thread-safe. */
public final class BytePot {
    private final long maximum;
    private final AtomicLong held = new AtomicLong();

    public BytePot(long maximum) {
        this.maximum = maximum;
    }

    /** Takes bytes from the pot. False, and nothing taken, if it has not as many. */
    public boolean take(long bytes) {
        if (held.addAndGet(bytes) <= maximum) {
            return true;
        }
        held.addAndGet(-bytes);
        return false;
    }

    /** Gives bytes back that were taken. */
    public void giveBack(long bytes) {
        held.addAndGet(-bytes);
    }

    /** How many bytes are held now. */
    public long held() {
        return held.get();
    }

    /** How many bytes may be held. */
    public long maximum() {
        return maximum;
    }
}
