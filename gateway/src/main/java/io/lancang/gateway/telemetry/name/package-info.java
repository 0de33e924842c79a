/** By which names clients and operations are counted, which clients choose: so many of them, whatever they send. */
@NullMarked
package io.lancang.gateway.telemetry.name;

import org.jspecify.annotations.NullMarked;
