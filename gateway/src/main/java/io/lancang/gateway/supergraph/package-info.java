/**
 * Loads the supergraph and keeps the engine that answers from it. Nothing here knows how clients or subgraphs are reached.
 */
@NullMarked
package io.lancang.gateway.supergraph;

import org.jspecify.annotations.NullMarked;
