/** How connections get to the service. */
@NullMarked
package io.lancang.kit.arrival;

import org.jspecify.annotations.NullMarked;
