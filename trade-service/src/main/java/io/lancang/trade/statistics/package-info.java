/**
 * What is computed over many partners at once: shares, ranks and who gained or lost.
 * Series of one subject belong to flow.
 */
@NullMarked
package io.lancang.trade.statistics;

import org.jspecify.annotations.NullMarked;
