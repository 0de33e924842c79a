/** Tests of what HTTP knows of an answer beside its bytes. */
@NullMarked
package io.lancang.kit.representation;

import org.jspecify.annotations.NullMarked;
