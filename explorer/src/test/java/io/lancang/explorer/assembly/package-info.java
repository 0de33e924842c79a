/** Tests of the assembly of the pages. */
@NullMarked
package io.lancang.explorer.assembly;

import org.jspecify.annotations.NullMarked;
