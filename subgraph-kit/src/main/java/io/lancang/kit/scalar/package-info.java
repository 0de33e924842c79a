/**
 * Scalar types of the graph that more than one subgraph uses.
 * What a value means, its unit for instance, is said by the field that has it.
 */
@NullMarked
package io.lancang.kit.scalar;

import org.jspecify.annotations.NullMarked;
