/**
 * Schemas as data, to be made, merged, cut and printed: those of subgraphs, and the one that they are parts of. Never runs
 * anything.
 */
@NullMarked
package io.lancang.federation.differential.schema;

import org.jspecify.annotations.NullMarked;
