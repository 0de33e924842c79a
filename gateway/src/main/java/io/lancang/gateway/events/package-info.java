/** Reads server-sent events, whoever sends them: subgraphs, and the service that knows keys. */
@NullMarked
package io.lancang.gateway.events;

import org.jspecify.annotations.NullMarked;
