package io.lancang.gateway.cache;

import io.lancang.gateway.cache.store.CacheKey;

/**
 * Tells requests apart that are on their way.
 *
 * @param request its body, its subgraph and whom it is for
 * @param since how many invalidations there had been before it was sent
 */
record CallKey(CacheKey request, long since) {}
