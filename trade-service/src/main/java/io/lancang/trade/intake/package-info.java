/**
 * How anybody's files of trade are written: which datasets they may be loaded into, and in which formats. How files come in
 * is the kit's, how the packaged files are read is the release package's.
 */
@NullMarked
package io.lancang.trade.intake;

import org.jspecify.annotations.NullMarked;
