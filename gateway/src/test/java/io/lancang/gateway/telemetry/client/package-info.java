/** How clients are told apart. */
@NullMarked
package io.lancang.gateway.telemetry.client;

import org.jspecify.annotations.NullMarked;
