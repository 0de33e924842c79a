package io.lancang.corridor.ground.network;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether a network is read before anybody asks for it. */
@ConfigMapping(prefix = "lancang.network.read-ahead")
interface ReadAheadConfig {
    /**
     * Whether the present network is read when the service starts and after each release that changes it; else the first who asks waits
     * for it.
     */
    @WithDefault("true")
    boolean enabled();
}
