/**
 * Whole tables and maps over HTTP, streamed from the database to the client: CSV and GeoJSON.
 * What a client wants to choose from, it asks the graph.
 */
@NullMarked
package io.lancang.corridor.feature.export;

import org.jspecify.annotations.NullMarked;
