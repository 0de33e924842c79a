/**
 * What clients ask and why it may be refused, whatever transport it comes on: reading GraphQL requests from JSON and writing
 * errors as JSON. Knows neither HTTP servers nor the engine's answers.
 */
@NullMarked
package io.lancang.gateway.request;

import org.jspecify.annotations.NullMarked;
