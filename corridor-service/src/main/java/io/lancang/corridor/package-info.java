/** Placeholder. */
@NullMarked
package io.lancang.corridor;

import org.jspecify.annotations.NullMarked;
