/**
 * Corridors, segments and locations as OGC API – Features, Part 1: Core (OGC 17-069r4), with its classes core, geojson and oas30, for
 * programs that draw maps. What a feature looks like is known to the exports; what is beyond a box and a moment is asked of the graph.
 */
@NullMarked
package io.lancang.corridor.feature.ogc;

import org.jspecify.annotations.NullMarked;
