package io.lancang.gateway.config.cache;

/** Where answers are kept. */
public enum CacheStoreKind {
    /** In the memory of each gateway. */
    MEMORY,
    /** In a Redis or Valkey that all gateways share. */
    REDIS
}
