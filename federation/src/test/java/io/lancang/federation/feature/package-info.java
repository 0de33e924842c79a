/**
 * Every feature of Apollo Federation from the SDL of subgraphs and their data to the client's answer and the number of
 * requests that it took. Each feature has cases where it works and near misses where it must not. Nothing here looks inside
 * of the engine.
 */
@NullMarked
package io.lancang.federation.feature;

import org.jspecify.annotations.NullMarked;
