package io.lancang.corridor.feature.location;

import org.jspecify.annotations.Nullable;

/**
 * A location in a list.
 *
 * @param location the location
 * @param distanceKm kilometres from the point that the list is ordered by, or null if there is none
 */
record Located(Location location, @Nullable Double distanceKm) {}
