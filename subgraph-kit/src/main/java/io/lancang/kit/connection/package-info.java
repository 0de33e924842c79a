/**
 * Lists that can grow: page sizes, opaque keyset cursors and the page information of the graph.
 * The SQL of a page belongs to the feature that owns the rows.
 */
@NullMarked
package io.lancang.kit.connection;

import org.jspecify.annotations.NullMarked;
