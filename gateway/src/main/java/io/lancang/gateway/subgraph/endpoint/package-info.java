/** Where a subgraph is, and the connections to it: how many there are, who may open or close one next, and whom they trust. */
@NullMarked
package io.lancang.gateway.subgraph.endpoint;

import org.jspecify.annotations.NullMarked;
