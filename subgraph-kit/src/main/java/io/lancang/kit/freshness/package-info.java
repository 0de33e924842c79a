/** How long answers may be kept by those who get them, and by which name they are called back: headers of HTTP. */
@NullMarked
package io.lancang.kit.freshness;

import org.jspecify.annotations.NullMarked;
