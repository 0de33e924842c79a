/** Placeholder. */
@NullMarked
package io.lancang.kit;

import org.jspecify.annotations.NullMarked;
