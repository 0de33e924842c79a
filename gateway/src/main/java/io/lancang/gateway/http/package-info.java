/**
 * GraphQL over HTTP: reads requests, hands them to the engine, writes answers, and refuses what is no GraphQL request.
 * Knows no supergraph and no subgraph.
 */
@NullMarked
package io.lancang.gateway.http;

import org.jspecify.annotations.NullMarked;
