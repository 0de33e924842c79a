/**
 * Webhooks and deliveries in the graph: queries, mutations, and the rules of changes.
 */
@NullMarked
package io.lancang.integration.webhook.graph;

import org.jspecify.annotations.NullMarked;
