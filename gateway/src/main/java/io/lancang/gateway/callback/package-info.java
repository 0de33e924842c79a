/**
 * Takes in the events that subgraphs send by HTTP requests of their own (Apollo's callback protocol, version 1.0), on the port for
 * health and metrics, where clients never are. Knows which subscriptions wait for such events, not what is in them.
 */
@NullMarked
package io.lancang.gateway.callback;

import org.jspecify.annotations.NullMarked;
