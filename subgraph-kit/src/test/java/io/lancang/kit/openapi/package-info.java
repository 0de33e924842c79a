/** Tests of the description of routes. */
@NullMarked
package io.lancang.kit.openapi;

import org.jspecify.annotations.NullMarked;
