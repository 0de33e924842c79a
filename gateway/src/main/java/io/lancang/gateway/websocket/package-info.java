/**
 * GraphQL over WebSocket: the server's side of graphql-transport-ws, with many operations on one connection. What an operation
 * is and how it runs is not known here.
 */
@NullMarked
package io.lancang.gateway.websocket;

import org.jspecify.annotations.NullMarked;
