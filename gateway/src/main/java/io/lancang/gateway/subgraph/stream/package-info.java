/** Subscriptions at subgraphs, over WebSockets, server-sent events or callbacks, and streams that several clients share. */
@NullMarked
package io.lancang.gateway.subgraph.stream;

import org.jspecify.annotations.NullMarked;
