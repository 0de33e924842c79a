/**
 * Files in the Parquet format, written while the rows are read: columns of some thousand rows at a time, each a page of plain values packed by
 * Zstandard, and the footer at the end. Own code, since the libraries that write Parquet need the classes of Hadoop, and reflection on
 * them. What is read here are rows of a statement; files are never read.
 */
@NullMarked
package io.lancang.kit.parquet;

import org.jspecify.annotations.NullMarked;
