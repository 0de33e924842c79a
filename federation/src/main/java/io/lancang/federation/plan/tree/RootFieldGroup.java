package io.lancang.federation.plan.tree;

import io.lancang.federation.operation.SelectionSet;
import java.util.BitSet;
import java.util.List;

/**
 * Root fields that are planned together.
 *
 * @param choices sets of subgraphs, of which one is chosen: the fields are asked of its subgraphs only. A query has one set
 *     with all subgraphs. A mutation has sets of one subgraph each, since its fields must be carried out once and in order
 */
public record RootFieldGroup(SelectionSet selections, List<BitSet> choices) {}
