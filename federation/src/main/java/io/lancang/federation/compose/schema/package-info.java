/**
 * The schema model that composition reads from subgraphs and writes for the supergraph: types, fields, values and
 * applied directives as immutable records with the place in the SDL that they came from. It never holds a rule.
 */
@NullMarked
package io.lancang.federation.compose.schema;

import org.jspecify.annotations.NullMarked;
