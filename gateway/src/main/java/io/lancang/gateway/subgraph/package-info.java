/**
 * Carries the engine's requests to the subgraphs over HTTP and brings back the bytes that they answer. Never reads what is
 * in a query or an answer; that is the engine's business.
 */
@NullMarked
package io.lancang.gateway.subgraph;

import org.jspecify.annotations.NullMarked;
