/**
 * Places: cities, ports, border crossings, stations, with coordinates as precise as their source gives them.
 * What connects them is the corridor package's, what is built there the zone package's.
 */
@NullMarked
package io.lancang.corridor.feature.location;

import org.jspecify.annotations.NullMarked;
