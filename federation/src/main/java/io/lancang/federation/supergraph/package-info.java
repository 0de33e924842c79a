/**
 * Reads a supergraph SDL (Apollo's join spec) and answers which subgraph can resolve what, and by which keys. Knows nothing
 * of a client's operation. Built once per supergraph and immutable from then on.
 */
@NullMarked
package io.lancang.federation.supergraph;

import org.jspecify.annotations.NullMarked;
