/**
 * What the exports of many economies to one market say together: which products need what few can do, and which economies
 * make them. Indices of one exporter beside others belong to advantage.
 */
@NullMarked
package io.lancang.trade.complexity;

import org.jspecify.annotations.NullMarked;
