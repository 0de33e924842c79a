/**
 * Messages of the WebSocket sub-protocol graphql-transport-ws, as both sides of a connection read and write them. Knows no
 * connection: who may say what and when is decided where one is kept.
 */
@NullMarked
package io.lancang.gateway.protocol;

import org.jspecify.annotations.NullMarked;
