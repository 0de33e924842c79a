/**
 * JSON as bytes: scanning, comparing and writing without building objects. Knows neither GraphQL nor subgraphs.
 */
@NullMarked
package io.lancang.federation.json;

import org.jspecify.annotations.NullMarked;
