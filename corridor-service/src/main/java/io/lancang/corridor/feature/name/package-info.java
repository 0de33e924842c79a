/**
 * Names beside the English and Chinese one: in other languages and scripts, former ones, other spellings. How a text is compared
 * with names, {@code choice} says.
 */
@NullMarked
package io.lancang.corridor.feature.name;

import org.jspecify.annotations.NullMarked;
