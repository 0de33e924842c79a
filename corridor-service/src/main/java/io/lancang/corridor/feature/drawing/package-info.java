/**
 * What corridors, segments and locations look like on a map, as GeoJSON. Which points a line has is known to the package of lines.
 */
@NullMarked
package io.lancang.corridor.feature.drawing;

import org.jspecify.annotations.NullMarked;
