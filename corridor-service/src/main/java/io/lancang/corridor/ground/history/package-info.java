/**
 * From when the network is seen: a statement of the present, made to see what was there when a release was the last one.
 * Which release that was at a moment is found by the kit.
 */
@NullMarked
package io.lancang.corridor.ground.history;

import org.jspecify.annotations.NullMarked;
