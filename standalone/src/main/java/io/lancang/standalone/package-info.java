/** Placeholder. */
@NullMarked
package io.lancang.standalone;

import org.jspecify.annotations.NullMarked;
