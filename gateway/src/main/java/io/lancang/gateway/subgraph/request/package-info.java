/**
 * What all requests to subgraphs have in common that are made for one request of a client: its headers, scope, deadline and the room of its
 * answers.
 */
@NullMarked
package io.lancang.gateway.subgraph.request;

import org.jspecify.annotations.NullMarked;
