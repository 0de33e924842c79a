/**
 * Cheapest ways through a graph of the network: one, the next without loops, and ways that differ; and the nearest of two sets of
 * places. What a question and an answer look like is not known here.
 */
@NullMarked
package io.lancang.corridor.ground.search;

import org.jspecify.annotations.NullMarked;
