/**
 * Checks the schema that clients of a supergraph will see: what is marked inaccessible is left out, and the rest has to be
 * valid GraphQL that refers to nothing hidden. It never changes what was merged.
 */
@NullMarked
package io.lancang.federation.compose.apischema;

import org.jspecify.annotations.NullMarked;
