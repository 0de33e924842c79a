/**
 * The objects behind all schemas of one case, and what a field's value is, whoever resolves it. Knows no subgraph.
 */
@NullMarked
package io.lancang.federation.differential.data;

import org.jspecify.annotations.NullMarked;
