/**
 * Proves that every field which a client can reach can also be resolved by moving between subgraphs, or names the
 * path that cannot. It never plans a query: it only asks whether a way exists.
 */
@NullMarked
package io.lancang.federation.compose.satisfiability;

import org.jspecify.annotations.NullMarked;
