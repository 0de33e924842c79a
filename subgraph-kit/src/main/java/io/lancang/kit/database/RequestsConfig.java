package io.lancang.kit.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long requests wait for the database. A statement's own limit is the server's {@code statement_timeout}. */
@ConfigMapping(prefix = "lancang.requests")
public interface RequestsConfig {
    /** How long a request waits for a free connection before it is answered UNAVAILABLE. */
    @WithDefault("3s")
    Duration connectionPatience();

    /** How long a new connection may take. */
    @WithDefault("2s")
    Duration connectTimeout();

    /** How many statements may wait for a connection on one instance; a further one is answered UNAVAILABLE at once. */
    @WithDefault("512")
    int mostWaiting();
}
