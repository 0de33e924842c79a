/**
 * The Model Context Protocol over streamable HTTP: trusted documents as tools, a search of the schema, and any query. What a tool asks
 * runs as a GraphQL request of the same client does. Keeps nothing of a client between its requests. Knows no subgraph.
 */
@NullMarked
package io.lancang.gateway.mcp;

import org.jspecify.annotations.NullMarked;
