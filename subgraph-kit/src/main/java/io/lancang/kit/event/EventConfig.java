package io.lancang.kit.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How events reach clients. */
@ConfigMapping(prefix = "lancang.events")
interface EventConfig {
    /** How many subscriptions may be under way at once on one instance, over any number of connections. */
    @WithDefault("10000")
    int subscribers();

    /** How often a subscription that goes on behind an event looks by itself for later ones, beside whenever it is told of one. */
    @WithDefault("10s")
    Duration look();
}
