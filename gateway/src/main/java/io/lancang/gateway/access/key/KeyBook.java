package io.lancang.gateway.access.key;

import io.vertx.core.Future;

/** Where keys are known. Thread-safe. */
public interface KeyBook {
    /** Begins to follow changes. To be called once. */
    void start();

    /** What is known of a key by its hash. Never fails. May arrive on another context than the caller's. */
    Future<Verdict> find(String hash);

    /** Whether a key is known to have counted not long ago, so that nobody guesses it. Asks nobody. */
    boolean hasMet(String hash);

    /** Stops following changes. */
    void close();
}
