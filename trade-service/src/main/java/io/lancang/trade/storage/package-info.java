/**
 * The table of flows: its rows in the words of the table, the partitions that a load fills, and the sums that follow.
 * What a file says is read in file and intake; this knows no file.
 */
@NullMarked
package io.lancang.trade.storage;

import org.jspecify.annotations.NullMarked;
