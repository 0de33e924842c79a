package io.lancang.federation.execute.run;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Hands items that arrive on any thread to one handler, one at a time, in the order of their arrival, and never makes a
 * thread wait. Whoever finds the inbox idle works it off, on its own thread and for all others.
 *
 * <p>An item that the handler itself causes finds the inbox busy and is left to the loop that is running, so that a long
 * chain of immediate answers does not grow the stack. What one call of the handler wrote is visible to the next, whatever
 * thread that is on, because the counter lies between them.
 */
final class Inbox<T> {
    private final Queue<T> items = new ConcurrentLinkedQueue<>();
    /** Items that are not worked off yet; whoever raises it from zero is the owner until it is zero again. */
    private final AtomicInteger open = new AtomicInteger();

    private final Consumer<T> handler;

    /**
     * @param handler must not throw
     */
    Inbox(Consumer<T> handler) {
        this.handler = handler;
    }

    void put(T item) {
        items.add(item);
        if (open.getAndIncrement() != 0) {
            return;
        }
        do {
            // Never null: the item was added before the counter was raised.
            handler.accept(items.remove());
        } while (open.decrementAndGet() != 0);
    }
}
