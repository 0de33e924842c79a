/** Tests of the document about all paths. */
@NullMarked
package io.lancang.gateway.openapi;

import org.jspecify.annotations.NullMarked;
