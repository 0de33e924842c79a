/** What clients read when a subgraph fails, and what only the log may know of it. */
@NullMarked
package io.lancang.gateway.subgraph.failure;

import org.jspecify.annotations.NullMarked;
