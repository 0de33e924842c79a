/** Keys of one subgraph. */
@NullMarked
package io.lancang.gateway.config.subgraph;

import org.jspecify.annotations.NullMarked;
