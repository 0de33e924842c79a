/** Tests of what is recorded of who uses which field. */
@NullMarked
package io.lancang.gateway.usage;

import org.jspecify.annotations.NullMarked;
