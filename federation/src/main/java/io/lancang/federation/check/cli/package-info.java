/** The command {@code check}. */
@NullMarked
package io.lancang.federation.check.cli;

import org.jspecify.annotations.NullMarked;
