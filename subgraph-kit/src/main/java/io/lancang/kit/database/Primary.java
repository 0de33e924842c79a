package io.lancang.kit.database;

import io.vertx.mutiny.sqlclient.Pool;

/** What must be read where it is written: events, and whether there is something new. Standbys may not have it yet, and cannot be listened to. */
public final class Primary {
    private Primary() {}

    /** The pool of the primary alone, of a pool that puts questions to standbys. */
    public static Pool of(Pool pool) {
        ClientPool asked = ClientPool.of(pool);
        return asked == null ? pool : Pool.newInstance(asked.ofPrimary());
    }
}
