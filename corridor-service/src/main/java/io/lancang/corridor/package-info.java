/**
 * Subgraph "corridor": the transport, logistics, energy and digital corridors between China and its neighbours. It has three floors:
 * on the ground what all share, above it a package for each thing that is asked for, and above those what changes facts. Nothing in
 * here knows trade figures or the gateway; joins happen in the graph.
 */
@NullMarked
package io.lancang.corridor;

import org.jspecify.annotations.NullMarked;
