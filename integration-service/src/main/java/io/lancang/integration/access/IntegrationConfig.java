package io.lancang.integration.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Clients, keys, and how gateways ask about them. */
@ConfigMapping(prefix = "lancang.integration")
public interface IntegrationConfig {
    /**
     * The token that gateways and this service share, of at least 32 characters: it opens `/gateway`, and lets a gateway say who asks
     * (headers `lancang-client`, `lancang-scopes` and `lancang-roles`). Without it `/gateway` answers callers on this machine alone,
     * and those headers count for nothing.
     */
    Optional<String> gatewayToken();

    /**
     * The key of whoever makes the first client: `lck_`, 8 letters or digits, `_`, 43 letters or digits. A gateway takes it for a client
     * `administrator` with the role admin and no limits. It is in no table: it counts as long as it is set.
     */
    Optional<String> adminKey();

    /** The scopes that clients may be given; any of the right form where it is left out. */
    Optional<List<String>> scopes();

    /** How many streams of changes may be open at once on one instance: one for each gateway. */
    @WithDefault("200")
    int streams();

    /** How long usage by the minute is kept. */
    @WithDefault("90D")
    Duration usageKept();
}
