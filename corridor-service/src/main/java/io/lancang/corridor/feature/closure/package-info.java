/**
 * What if: segments and locations that carry nothing any more, and what becomes of the ways between the ends of the corridors that
 * use them. How a way is found is known to the packages of routes and searches.
 */
@NullMarked
package io.lancang.corridor.feature.closure;

import org.jspecify.annotations.NullMarked;
