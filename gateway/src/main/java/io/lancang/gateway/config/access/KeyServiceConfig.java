package io.lancang.gateway.config.access;

import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The integration-service that knows the keys. */
public interface KeyServiceConfig {
    /** Where it is, such as {@code http://integration-service:8083}; {@code /gateway} is below it. */
    Optional<String> url();

    /** The token that it shares with gateways: its {@code lancang.integration.gateway-token}. */
    Optional<String> token();

    /** How long one answer may take. */
    @WithDefault("1s")
    Duration timeout();

    /** How many keys may be asked about at the same time; more are refused with status 503. */
    @WithDefault("64")
    int maxAsking();

    /** How often the usage of clients is reported to it. */
    @WithDefault("5s")
    Duration usageInterval();

    /** How many counts of usage wait to be reported, one for each minute and key; the oldest are dropped to make room. At most 10000. */
    @WithDefault("10000")
    int maxUsage();
}
