/**
 * From what a client asks to the engine's answer or stream of answers, with the limits on what is in work at the same time.
 * The same for every transport; none is known here.
 */
@NullMarked
package io.lancang.gateway.operation;

import org.jspecify.annotations.NullMarked;
