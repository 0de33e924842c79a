/**
 * What gateways counted for each client and minute, each report once, and what of that the graph shows.
 */
@NullMarked
package io.lancang.integration.usage;

import org.jspecify.annotations.NullMarked;
