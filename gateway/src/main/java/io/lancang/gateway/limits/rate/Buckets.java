package io.lancang.gateway.limits.rate;

import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/**
 * Two token buckets for each client: requests and cost. A bucket holds what a minute allows, begins full, and is filled evenly.
 * Thread-safe; results arrive on the context of the caller.
 */
interface Buckets {
    /** Why the next request is refused, whatever it costs, as far as that is known without asking anybody; null if it may come. */
    Taking.@Nullable Refused refusal(RateKey key);

    /** Takes a request and its cost. A request that is refused for its cost counts as a request; one refused as such takes nothing. */
    Future<Taking> take(RateKey key, long cost);

    /** Gives back what was taken too much of cost. */
    void giveBack(RateKey key, long cost);
}
