/**
 * Makes federations and queries from a seed. Each feature of federation is a class that changes subgraphs in such a way that
 * the whole still answers the same, or that says of the whole what changes. Runs nothing.
 */
@NullMarked
package io.lancang.federation.differential.generate;

import org.jspecify.annotations.NullMarked;
