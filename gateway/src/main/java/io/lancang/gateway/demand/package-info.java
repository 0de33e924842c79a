/**
 * Demand control as the operator sets it: turns the keys into the engine's options, counts costs in the metrics, and says
 * which requests get theirs reported. Costs themselves are the engine's business.
 */
@NullMarked
package io.lancang.gateway.demand;

import org.jspecify.annotations.NullMarked;
