package io.lancang.gateway.limits.rate;

/** Hears of what a client uses. Thread-safe; must not block. */
public interface Consumption {
    /** Hears nothing. */
    Consumption UNCOUNTED = (requests, refused, cost) -> {};

    /**
     * Something was used.
     *
     * @param requests that were let in
     * @param refused further ones, and subscriptions of those, that met a limit
     * @param cost that was taken and not given back
     */
    void add(long requests, long refused, long cost);
}
