/**
 * Figures that customs announced, as they were quoted, each beside what the datasets give for the same.
 * Which quotation stands in for a missing figure of a series is decided where series are made, not here.
 */
@NullMarked
package io.lancang.trade.headline;

import org.jspecify.annotations.NullMarked;
