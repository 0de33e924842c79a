/**
 * What the subgraphs say of one element, before anything is merged: sources, descriptions, defaults, subtypes, and which fields
 * have moved.
 */
@NullMarked
package io.lancang.federation.compose.merge.source;

import org.jspecify.annotations.NullMarked;
