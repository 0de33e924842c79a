/**
 * What this subgraph adds to corridors, which another subgraph owns: trade with the partners that one links.
 * Nothing here claims that the goods moved on a corridor.
 */
@NullMarked
package io.lancang.trade.corridor;

import org.jspecify.annotations.NullMarked;
