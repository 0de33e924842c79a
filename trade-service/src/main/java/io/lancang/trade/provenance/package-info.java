/**
 * What there is and how it changed: which periods a dataset has figures for, and the revisions of a figure.
 * The figures themselves belong to the features that tell them.
 */
@NullMarked
package io.lancang.trade.provenance;

import org.jspecify.annotations.NullMarked;
