/** What subgraphs answer over HTTP: heads and bytes, and how a GraphQL response is told from other JSON. */
@NullMarked
package io.lancang.gateway.subgraph.answer;

import org.jspecify.annotations.NullMarked;
