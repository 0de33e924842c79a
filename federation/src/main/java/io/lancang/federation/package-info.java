/** Placeholder. */
@NullMarked
package io.lancang.federation;

import org.jspecify.annotations.NullMarked;
