/** Keys of what is kept of subgraphs' answers, and where. */
@NullMarked
package io.lancang.gateway.config.cache;

import org.jspecify.annotations.NullMarked;
