package io.lancang.federation.compose.validate;

import io.lancang.federation.compose.problem.Problems;
import io.lancang.federation.compose.subgraph.Subgraph;

/** A rule that a subgraph keeps by itself. */
@FunctionalInterface
interface SubgraphRule {

    /** Reports every place where the subgraph breaks the rule. */
    void check(Subgraph subgraph, Problems problems);
}
