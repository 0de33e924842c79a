/**
 * Provinces as reporters of their own: figures that were quoted for a span of days each. They form no series, and nothing
 * here makes one of them.
 */
@NullMarked
package io.lancang.trade.province;

import org.jspecify.annotations.NullMarked;
