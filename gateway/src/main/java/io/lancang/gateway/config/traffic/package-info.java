/** Keys of connections to subgraphs, and of what is done when one fails or is late. */
@NullMarked
package io.lancang.gateway.config.traffic;

import org.jspecify.annotations.NullMarked;
