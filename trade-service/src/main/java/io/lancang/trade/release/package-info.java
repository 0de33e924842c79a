/**
 * The datasets of this subgraph: how each packaged file is read, in which order, and what is told about it.
 * How a release is loaded and kept is the kit's.
 */
@NullMarked
package io.lancang.trade.release;

import org.jspecify.annotations.NullMarked;
