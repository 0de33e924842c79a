/** One request to a subgraph and the attempts that it is made of, from a place in the bulkhead to the bytes of the answer. */
@NullMarked
package io.lancang.gateway.subgraph.call;

import org.jspecify.annotations.NullMarked;
