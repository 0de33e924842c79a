/** HTTP servers that stand for subgraphs in tests: real GraphQL, or an answer that no subgraph should give. */
@NullMarked
package io.lancang.gateway.server;

import org.jspecify.annotations.NullMarked;
