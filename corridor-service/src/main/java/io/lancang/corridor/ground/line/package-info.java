/**
 * Lines of segments: how they are measured, simplified and kept. Which segments there are, how files write lines, and what is drawn
 * where no line is kept, is known elsewhere.
 */
@NullMarked
package io.lancang.corridor.ground.line;

import org.jspecify.annotations.NullMarked;
