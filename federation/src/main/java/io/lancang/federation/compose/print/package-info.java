/**
 * Writes the merged schema as supergraph SDL in the join spec, in a stable order. It never changes the schema.
 */
@NullMarked
package io.lancang.federation.compose.print;

import org.jspecify.annotations.NullMarked;
