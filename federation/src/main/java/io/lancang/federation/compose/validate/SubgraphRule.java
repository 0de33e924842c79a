package io.lancang.federation.compose.validate;

import io.lancang.federation.compose.problem.Problems;
import io.lancang.federation.compose.subgraph.SubgraphModel;

/** A rule that a subgraph keeps by itself. */
@FunctionalInterface
interface SubgraphRule {

    /** Reports every place where the subgraph breaks the rule. */
    void check(SubgraphModel subgraph, Problems problems);
}
