/**
 * Calls the beans that extend the gateway, each at its point of a request's way, in their order, within the request's time. Where there
 * are none, nothing of this is on that way.
 */
@NullMarked
package io.lancang.gateway.extension;

import org.jspecify.annotations.NullMarked;
