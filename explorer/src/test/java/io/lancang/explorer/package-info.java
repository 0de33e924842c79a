/** Tests of the pages as they are packed. */
@NullMarked
package io.lancang.explorer;

import org.jspecify.annotations.NullMarked;
