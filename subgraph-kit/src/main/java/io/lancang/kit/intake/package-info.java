/**
 * Anybody's files come in here: over HTTP, checked row by row, as a release of a dataset, and are listed, watched and
 * withdrawn. Which datasets there are and how a file is read is the business of the service; what a release does to the
 * tables is that of the release package.
 */
@NullMarked
package io.lancang.kit.intake;

import org.jspecify.annotations.NullMarked;
