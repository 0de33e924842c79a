/**
 * Corridors and their segments: status, dates, lengths, and the line that they draw on a map.
 * How to travel over them is not answered here, nor what moves on them.
 */
@NullMarked
package io.lancang.corridor.feature.corridor;

import org.jspecify.annotations.NullMarked;
