/**
 * Header rules of the configuration: what of a client's headers each subgraph is sent, and what of the subgraphs' headers the client
 * is sent. Rules are read and checked once; all that can be wrong with one fails the start. Sends nothing, and knows no GraphQL.
 */
@NullMarked
package io.lancang.gateway.headers;

import org.jspecify.annotations.NullMarked;
