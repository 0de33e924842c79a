/**
 * Merges subgraphs into one schema with the join spec's directives, kind of type by kind of type, and checks the
 * rules between subgraphs on the way. It never asks whether a query can be answered.
 */
@NullMarked
package io.lancang.federation.compose.merge;

import org.jspecify.annotations.NullMarked;
