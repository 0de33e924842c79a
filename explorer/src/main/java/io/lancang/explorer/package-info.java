/**
 * The files of the pages that show the graph, as the build has named and compressed them, ready to be sent. Knows no HTTP server
 * and no graph: the pages use the public graph as any client does, and a server decides who gets them at which path.
 */
@NullMarked
package io.lancang.explorer;

import org.jspecify.annotations.NullMarked;
