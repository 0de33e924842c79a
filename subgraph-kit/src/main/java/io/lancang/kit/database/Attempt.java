package io.lancang.kit.database;

import io.lancang.kit.replica.Passing;
import io.lancang.kit.replica.Route;
import io.lancang.kit.replica.Server;
import org.jspecify.annotations.Nullable;

/**
 * One reading of entities, which comes to its connection through Hibernate: which server it asks, and which it may ask if that fails.
 * Safe for any thread.
 */
public final class Attempt {
    private final @Nullable Server only;
    private volatile @Nullable Route route;

    /** A first attempt, or one that asks a certain server. */
    Attempt(@Nullable Server only) {
        this.only = only;
    }

    /** The server that is to be asked; null for whichever there is. */
    @Nullable
    Server only() {
        return only;
    }

    void takes(Route taken) {
        route = taken;
    }

    /** The same asked of another server; null if that would fail as well. */
    @Nullable
    Attempt after(Throwable failure) {
        Route taken = route;
        return taken == null || taken.otherwise() == null || !Passing.isOf(failure)
                ? null
                : new Attempt(taken.otherwise());
    }
}
