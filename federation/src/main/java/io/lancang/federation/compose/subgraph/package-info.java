/**
 * Reads one subgraph's SDL: links, federation versions, renamed directives, the machinery that is dropped, and the
 * upgrade of Federation 1 style. It never looks at how subgraphs fit together beyond what that upgrade needs.
 */
@NullMarked
package io.lancang.federation.compose.subgraph;

import org.jspecify.annotations.NullMarked;
