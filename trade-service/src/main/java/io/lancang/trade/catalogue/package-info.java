/**
 * Datasets, their releases and their sources, and the order in which figures are taken from datasets.
 * How a file is read is the matter of file, how rows are kept that of storage.
 */
@NullMarked
package io.lancang.trade.catalogue;

import org.jspecify.annotations.NullMarked;
