/**
 * What travelling is assumed to take: speeds, borders, handling and rates, with their defaults and what a client sets instead. It
 * knows no network and no way.
 */
@NullMarked
package io.lancang.corridor.ground.travel;

import org.jspecify.annotations.NullMarked;
