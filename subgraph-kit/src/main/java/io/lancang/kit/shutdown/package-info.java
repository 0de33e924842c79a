/** How a service ends: what it does not wait for. */
@NullMarked
package io.lancang.kit.shutdown;

import org.jspecify.annotations.NullMarked;
