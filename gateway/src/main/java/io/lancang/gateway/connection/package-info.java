/**
 * Clients' connections: how many there may be, how long the head of a request may take, how many frames may come that carry none,
 * and how long answers may lie unread.
 * Works on Netty's channels, below HTTP requests; what a request asks is unknown here.
 */
@NullMarked
package io.lancang.gateway.connection;

import org.jspecify.annotations.NullMarked;
