/**
 * The earth as a sphere: points, and distances along great circles. All formulas of it are here, those of SQL too.
 */
@NullMarked
package io.lancang.corridor.ground.sphere;

import org.jspecify.annotations.NullMarked;
