/** Tests of what follows from a subgraph's latest requests, with a clock and chances of the tests' own. */
@NullMarked
package io.lancang.gateway.subgraph.resilience;

import org.jspecify.annotations.NullMarked;
