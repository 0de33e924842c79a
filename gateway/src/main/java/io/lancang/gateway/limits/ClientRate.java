package io.lancang.gateway.limits;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

/** How often each client does something, counted over windows of 30 seconds on all its connections together. Thread-safe. */
public final class ClientRate implements Sweep.Watched {
    private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final int maximum;
    // Holds only clients with a window.
    private final ConcurrentMap<String, Window> windows = new ConcurrentHashMap<>();

    private record Window(long begin, int count) {}

    /** @param maximum how often one client may do it in a window */
    public ClientRate(int maximum) {
        this.maximum = maximum;
    }

    /**
     * Counts once more, and returns whether that is one too many.
     *
     * @param now as {@link System#nanoTime()}
     */
    public boolean isTooMany(String client, long now) {
        return windows.merge(
                                client,
                                new Window(now, 1),
                                (window, first) ->
                                        isOver(window, now) ? first : new Window(window.begin(), window.count() + 1))
                        .count()
                > maximum;
    }

    /** Counts once more. */
    public void count(String client, long now) {
        isTooMany(client, now);
    }

    /** Whether one more would be one too many, without counting it. */
    public boolean isOver(String client, long now) {
        Window window = windows.get(client);
        return window != null && !isOver(window, now) && window.count() >= maximum;
    }

    /** How often one client may do it in 30 seconds. */
    public int maximum() {
        return maximum;
    }

    boolean isEmpty() {
        return windows.isEmpty();
    }

    @Override
    public void check(long now) {
        windows.values().removeIf(window -> isOver(window, now));
    }

    private static boolean isOver(Window window, long now) {
        return now - window.begin() > WINDOW_NANOS;
    }
}
