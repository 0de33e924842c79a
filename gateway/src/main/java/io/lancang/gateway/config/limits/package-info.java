/** Keys that bound what one request may ask and what its answer may weigh. */
@NullMarked
package io.lancang.gateway.config.limits;

import org.jspecify.annotations.NullMarked;
