/**
 * Anybody's files of trade come in here: over HTTP, in one of several formats, checked row by row, as a release of a
 * dataset. What a release does to the tables is the kit's; how the packaged files are read is the release package's.
 */
@NullMarked
package io.lancang.trade.intake;

import org.jspecify.annotations.NullMarked;
