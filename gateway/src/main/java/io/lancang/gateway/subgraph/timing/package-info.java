/** Moments at which something happens unless the answer comes before: one timer for all of an event loop. */
@NullMarked
package io.lancang.gateway.subgraph.timing;

import org.jspecify.annotations.NullMarked;
