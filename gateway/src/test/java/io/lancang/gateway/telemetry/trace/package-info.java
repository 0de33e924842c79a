/** What is written down of operations. */
@NullMarked
package io.lancang.gateway.telemetry.trace;

import org.jspecify.annotations.NullMarked;
