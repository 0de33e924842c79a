package io.lancang.gateway.cache;

import io.lancang.federation.QueryParts;
import io.lancang.gateway.cache.store.CacheKey;
import java.util.List;

/**
 * What one request asks.
 *
 * @param keys of the parts
 * @param isIdentified whether the subgraph knows who asks
 */
record Questions(QueryParts parts, List<CacheKey> keys, boolean isIdentified) {}
