/**
 * Value types that facts of every feature share: dates of differing precision, names, amounts, what words of sources say.
 * No feature, no SQL of a feature's tables.
 */
@NullMarked
package io.lancang.corridor.ground.fact;

import org.jspecify.annotations.NullMarked;
