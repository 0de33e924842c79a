/** Whose turn it is: how much work a request is likely to be, and who may begin when not all can at once. */
@NullMarked
package io.lancang.kit.turn;

import org.jspecify.annotations.NullMarked;
