/**
 * What CDI beans implement to extend the gateway: one interface for each point of a request's way. Values and interfaces alone, without
 * the gateway's own classes, Vert.x or GraphQL's; nothing here runs by itself.
 */
@NullMarked
package io.lancang.gateway.api;

import org.jspecify.annotations.NullMarked;
