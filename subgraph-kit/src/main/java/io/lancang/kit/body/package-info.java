/**
 * Bodies of requests while they come, other than files: how many at a time, and for how long. What is in them is never looked
 * at here.
 */
@NullMarked
package io.lancang.kit.body;

import org.jspecify.annotations.NullMarked;
