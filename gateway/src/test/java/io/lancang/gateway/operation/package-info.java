/** Tests of how operations are run, beside those over HTTP. */
@NullMarked
package io.lancang.gateway.operation;

import org.jspecify.annotations.NullMarked;
