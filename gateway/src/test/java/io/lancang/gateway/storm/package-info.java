/** Bad weather for a gateway: a subgraph that fails in every way that is known, clients that ask it meanwhile, and what they got. */
@NullMarked
package io.lancang.gateway.storm;

import org.jspecify.annotations.NullMarked;
