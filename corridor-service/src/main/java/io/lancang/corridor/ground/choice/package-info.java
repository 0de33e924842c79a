/**
 * What arguments of lists and texts want of a set: checked, and as a statement needs them.
 * Which facts they are asked of, the features know.
 */
@NullMarked
package io.lancang.corridor.ground.choice;

import org.jspecify.annotations.NullMarked;
