/** Keys of what is logged, counted and traced. */
@NullMarked
package io.lancang.gateway.config.telemetry;

import org.jspecify.annotations.NullMarked;
