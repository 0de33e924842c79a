/**
 * The subgraph trade: who trades with China, how much, and how that changes, from facts that name their source.
 * One feature a package; nothing here knows how a corridor runs or how a router plans.
 */
@NullMarked
package io.lancang.trade;

import org.jspecify.annotations.NullMarked;
