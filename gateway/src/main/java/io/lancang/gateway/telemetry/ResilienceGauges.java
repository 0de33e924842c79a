package io.lancang.gateway.telemetry;

import java.util.function.IntSupplier;

/**
 * What can be seen at any time of how a subgraph is asked.
 *
 * @param breaker the value of a {@link BreakerState}
 * @param running requests that the bulkhead has let through
 * @param waiting requests that wait for it
 * @param ejected servers that are left out
 */
public record ResilienceGauges(IntSupplier breaker, IntSupplier running, IntSupplier waiting, IntSupplier ejected) {}
