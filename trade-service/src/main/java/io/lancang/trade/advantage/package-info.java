/**
 * What economies are good at selling and whom it suits: indices of the composition of trade by product. Every index is
 * computed in the database; nothing here knows series or points.
 */
@NullMarked
package io.lancang.trade.advantage;

import org.jspecify.annotations.NullMarked;
