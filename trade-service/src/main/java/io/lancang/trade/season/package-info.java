/**
 * What months say about the course of a year: quarters, twelve months on end, a year up to a month, the season. Sums of months and their growth
 * belong to flow.
 */
@NullMarked
package io.lancang.trade.season;

import org.jspecify.annotations.NullMarked;
