/**
 * What the gateway serves beside GraphQL to people: the pages of the explorer, the schema as a file, and exports and jobs of subgraphs. None
 * of it is on the way of a request to {@code /graphql}. Knows nothing of operations.
 */
@NullMarked
package io.lancang.gateway.pages;

import org.jspecify.annotations.NullMarked;
