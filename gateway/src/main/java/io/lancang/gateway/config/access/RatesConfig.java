package io.lancang.gateway.config.access;

import io.lancang.gateway.config.cache.CacheStoreKind;
import io.smallrye.config.WithDefault;

/**
 * How much clients may ask for in a minute. The limits of a client with a key are those of its plan ({@link KeysConfig}); here is what
 * holds for others, and where it is counted.
 */
public interface RatesConfig {
    /** The limits of clients that nobody knows, each for one address. Those of a plan named {@code anonymous} come before these. */
    AnonymousRatesConfig anonymous();

    /** Where requests and costs are counted: {@code memory} of each gateway, or a {@code redis} (or Valkey) that all gateways share. */
    @WithDefault("memory")
    CacheStoreKind store();

    /** The Redis or Valkey, if there is one. While it does not answer, each gateway counts by itself. */
    RatesRedisConfig redis();

    /** How many clients and addresses are counted in memory; those that are used least are forgotten first. */
    @WithDefault("20000")
    int maxClients();
}
