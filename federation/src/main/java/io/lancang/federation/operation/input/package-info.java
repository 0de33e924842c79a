/** Values that a client sends, held to the types that they are for. */
@NullMarked
package io.lancang.federation.operation.input;

import org.jspecify.annotations.NullMarked;
