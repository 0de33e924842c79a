/**
 * Segments: what each is, those of a corridor, and those that are found by themselves, in whichever corridor they are.
 */
@NullMarked
package io.lancang.corridor.feature.segment;

import org.jspecify.annotations.NullMarked;
