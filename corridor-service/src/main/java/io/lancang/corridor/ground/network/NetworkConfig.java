package io.lancang.corridor.ground.network;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much room networks have in memory. */
@ConfigMapping(prefix = "lancang.network")
public interface NetworkConfig {
    /** The key of {@link #memory()}, for errors that tell of it. */
    String MEMORY = "lancang.network.memory";

    /**
     * Bytes that all networks in memory may take together: the present one, and those of past days. One of 100,000 locations and
     * 300,000 segments takes 28 MB, and a larger one than this is refused with LIMIT_EXCEEDED before it is read. The graph for
     * routes with few transfers may take as much again.
     */
    @WithDefault("48M")
    MemorySize memory();
}
