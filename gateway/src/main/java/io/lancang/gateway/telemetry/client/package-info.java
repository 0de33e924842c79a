/** By which names clients are counted, which they choose themselves: so many of them, whatever they send. */
@NullMarked
package io.lancang.gateway.telemetry.client;

import org.jspecify.annotations.NullMarked;
