package io.lancang.gateway.config.subscription;

import java.net.URI;
import java.util.Optional;

/** How subgraphs reach the gateway that send events by requests of their own. */
public interface CallbacksConfig {
    /**
     * The address of {@code /callback} on the port for health and metrics, as subgraphs reach this one gateway, such as
     * {@code http://10.1.2.3:9000/callback}: of several gateways each has its own, because a subscription lives in one of them.
     * Without it there is no such endpoint, and no subgraph may have the protocol {@code callback}.
     */
    Optional<URI> url();
}
