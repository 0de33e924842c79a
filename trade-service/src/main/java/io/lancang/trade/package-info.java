/** Placeholder. */
@NullMarked
package io.lancang.trade;

import org.jspecify.annotations.NullMarked;
