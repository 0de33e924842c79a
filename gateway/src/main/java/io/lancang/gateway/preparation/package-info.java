/**
 * Where work on new operations is done: off the event loops, with a bound, and once for all who ask for the same. What the
 * work is belongs to the engine.
 */
@NullMarked
package io.lancang.gateway.preparation;

import org.jspecify.annotations.NullMarked;
