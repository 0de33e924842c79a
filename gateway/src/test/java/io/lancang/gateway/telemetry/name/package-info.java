/** How clients are told apart. */
@NullMarked
package io.lancang.gateway.telemetry.name;

import org.jspecify.annotations.NullMarked;
