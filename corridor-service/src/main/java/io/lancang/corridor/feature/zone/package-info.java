/**
 * Zones at a location, such as pilot free-trade zone areas, and the industries that were moved there.
 */
@NullMarked
package io.lancang.corridor.feature.zone;

import org.jspecify.annotations.NullMarked;
