package io.lancang.kit.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How requests wait for a connection of the reactive pool. */
@ConfigMapping(prefix = "lancang.database.pool")
public interface PoolConfig {
    /** How long a statement waits for a connection, before its request is answered with UNAVAILABLE. */
    @WithDefault("5S")
    Duration patience();

    /** How many statements may wait at once; more are refused at once, since they would wait for nothing. */
    @WithDefault("1000")
    int waiting();

    /**
     * How many statements run at once for requests of which large answers are expected. Further ones wait, those of each caller in turn,
     * so that small questions find a connection and a processor.
     */
    @WithDefault("3")
    int heavyAtOnce();
}
