package io.lancang.kit.replica;

import io.vertx.sqlclient.Pool;
import java.net.InetSocketAddress;

/** Makes connections to a database, which is what knows how they are made. */
public interface Pools {
    /** Where the standbys listen that are given without a port. */
    int port();

    /** The pool of the primary, which there is already. */
    Pool primary();

    /** A pool of one connection for looks at the primary, which wait for no question. */
    Pool looksAtPrimary();

    /** A pool for questions to a standby. */
    Pool questions(InetSocketAddress standby);

    /** A pool of one connection for looks at a standby. */
    Pool looks(InetSocketAddress standby);
}
