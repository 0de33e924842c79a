/** What clients see while the database is in trouble, or when they leave. */
@NullMarked
package io.lancang.trade.trouble;

import org.jspecify.annotations.NullMarked;
