/** What clients see while the database is in trouble. */
@NullMarked
package io.lancang.trade.trouble;

import org.jspecify.annotations.NullMarked;
