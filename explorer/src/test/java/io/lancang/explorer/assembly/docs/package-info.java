@NullMarked
package io.lancang.explorer.assembly.docs;

import org.jspecify.annotations.NullMarked;
