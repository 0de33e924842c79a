/**
 * What composition can complain about: error codes, errors, hints and the collector that every stage writes to. It
 * knows no stage and no schema, so that all of them can depend on it.
 */
@NullMarked
package io.lancang.federation.compose.problem;

import org.jspecify.annotations.NullMarked;
