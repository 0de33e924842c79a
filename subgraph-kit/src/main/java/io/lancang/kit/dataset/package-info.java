/**
 * What a kind of file is: its columns, how its rows are read, and the tables that they go to; and the file, its rows and their faults.
 * How rows get from a file into a table is known to staging and load.
 */
@NullMarked
package io.lancang.kit.dataset;

import org.jspecify.annotations.NullMarked;
