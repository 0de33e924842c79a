/** Bodies on their way between Vert.x' buffers and the arrays that the engine works on, with as few copies as that takes. */
@NullMarked
package io.lancang.gateway.bytes;

import org.jspecify.annotations.NullMarked;
