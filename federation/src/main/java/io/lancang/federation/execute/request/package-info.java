/**
 * Writes the requests to subgraphs: documents, variables, representations. Never sends them.
 */
@NullMarked
package io.lancang.federation.execute.request;

import org.jspecify.annotations.NullMarked;
