/** Tests of the gateway as a whole, and what the tests of its packages share. */
@NullMarked
package io.lancang.gateway;

import org.jspecify.annotations.NullMarked;
