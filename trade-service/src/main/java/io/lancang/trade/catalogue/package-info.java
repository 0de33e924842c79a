/**
 * What is told about datasets, their releases and their sources, and the order in which figures are taken from datasets.
 * How a file is read is told by file, how rows are kept by storage.
 */
@NullMarked
package io.lancang.trade.catalogue;

import org.jspecify.annotations.NullMarked;
