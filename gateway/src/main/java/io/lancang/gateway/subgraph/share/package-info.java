/** Equal queries of clients of one scope are sent once: those who wait for an answer, and who asks in whose name. */
@NullMarked
package io.lancang.gateway.subgraph.share;

import org.jspecify.annotations.NullMarked;
