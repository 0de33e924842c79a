/** The cheapest steps by which subgraphs give what the tree needs. */
@NullMarked
package io.lancang.federation.plan.search;

import org.jspecify.annotations.NullMarked;
