/**
 * Decides how long an answer counts, from what the subgraph says and what the configuration says. Keeps nothing.
 */
@NullMarked
package io.lancang.gateway.cache.policy;

import org.jspecify.annotations.NullMarked;
