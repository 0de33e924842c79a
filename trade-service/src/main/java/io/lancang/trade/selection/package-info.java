/**
 * Which figures a question is about: the filter that flows, summaries and exports share, checked against what exists, and
 * written as SQL. What is done with the figures belongs to those who ask.
 */
@NullMarked
package io.lancang.trade.selection;

import org.jspecify.annotations.NullMarked;
