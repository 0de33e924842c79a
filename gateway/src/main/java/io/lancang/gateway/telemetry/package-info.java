/**
 * What the gateway reports to its operators: metrics, readiness, traces. Nothing here decides what a client gets.
 */
@NullMarked
package io.lancang.gateway.telemetry;

import org.jspecify.annotations.NullMarked;
