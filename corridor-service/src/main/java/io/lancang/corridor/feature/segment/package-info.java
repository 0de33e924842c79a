/**
 * Segments found by themselves, in whichever corridor they are. What a segment is, and the segments of a corridor, is known to
 * the package of corridors.
 */
@NullMarked
package io.lancang.corridor.feature.segment;

import org.jspecify.annotations.NullMarked;
