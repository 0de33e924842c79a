/**
 * One document about everything that the gateway's address answers outside GraphQL (OpenAPI 3.1): what the gateway has itself, and what it
 * passes on to subgraphs, as each of them describes it. Knows neither how it is answered nor what is in a request.
 */
@NullMarked
package io.lancang.gateway.openapi;

import org.jspecify.annotations.NullMarked;
