/** Placeholder. */
@NullMarked
package io.lancang.gateway;

import org.jspecify.annotations.NullMarked;
