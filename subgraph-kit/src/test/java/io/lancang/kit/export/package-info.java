/** Tests of files over HTTP. */
@NullMarked
package io.lancang.kit.export;

import org.jspecify.annotations.NullMarked;
