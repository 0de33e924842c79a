/** The supergraph as the planner walks it: types in subgraphs, the fields and the keys that lead from one to another. Knows no operation. */
@NullMarked
package io.lancang.federation.plan.graph;

import org.jspecify.annotations.NullMarked;
