/**
 * Carries a plan out through a SubgraphClient and writes the answer. Never decides what to fetch; that is the plan's
 * business.
 */
@NullMarked
package io.lancang.federation.execute;

import org.jspecify.annotations.NullMarked;
