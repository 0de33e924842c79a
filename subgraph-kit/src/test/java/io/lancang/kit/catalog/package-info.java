/** Tests of the catalogues of files. */
@NullMarked
package io.lancang.kit.catalog;

import org.jspecify.annotations.NullMarked;
