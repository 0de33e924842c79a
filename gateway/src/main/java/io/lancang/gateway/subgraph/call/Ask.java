package io.lancang.gateway.subgraph.call;

import io.lancang.gateway.telemetry.trace.FetchTrace;

/**
 * A query to a subgraph that may be sent once for several who ask the same.
 *
 * @param key equal for those that are the same, the client's scope included
 * @param hasOldAnswer whether there is an old answer to give if no new one can be had, so that it is not sent again
 * @param trace where it is written down that it is asked
 */
public record Ask(Object key, String subgraph, byte[] body, boolean hasOldAnswer, FetchTrace trace) {}
