/**
 * Figures distributed by {@code distribute.sql}, on one PostgreSQL where Citus is stood in for: its rules for tables are checked, nothing is spread.
 * What Citus makes of a statement is not shown here; what a statement would have to be sent to is.
 */
@NullMarked
package io.lancang.trade.distribution;

import org.jspecify.annotations.NullMarked;
