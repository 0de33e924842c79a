/**
 * Corridors: status, dates, lengths, and which segments and locations they have.
 * How to travel over them is not answered here, nor what moves on them.
 */
@NullMarked
package io.lancang.corridor.feature.corridor;

import org.jspecify.annotations.NullMarked;
