package io.lancang.kit.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How events reach clients. */
@ConfigMapping(prefix = "lancang.events")
interface EventConfig {
    /** How many subscriptions may be under way at once on one instance, over any number of connections. */
    @WithDefault("10000")
    int subscribers();
}
