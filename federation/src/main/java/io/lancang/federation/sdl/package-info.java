/**
 * Reads the schema definition language into graphql-java's nodes, by hand and in one pass: what a generated parser takes for a
 * supergraph is most of the time that a gateway needs to start. Knows the grammar alone, and no meaning.
 */
@NullMarked
package io.lancang.federation.sdl;

import org.jspecify.annotations.NullMarked;
