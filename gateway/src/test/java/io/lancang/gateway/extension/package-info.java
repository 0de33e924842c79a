/** Tests of how beans are called that extend the gateway. */
@NullMarked
package io.lancang.gateway.extension;

import org.jspecify.annotations.NullMarked;
