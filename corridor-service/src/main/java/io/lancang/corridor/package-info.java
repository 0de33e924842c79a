/**
 * Subgraph "corridor": the transport, logistics, energy and digital corridors between China and its neighbours, each
 * feature in a package of its own. Nothing in here knows trade figures or the gateway; joins happen in the graph.
 */
@NullMarked
package io.lancang.corridor;

import org.jspecify.annotations.NullMarked;
