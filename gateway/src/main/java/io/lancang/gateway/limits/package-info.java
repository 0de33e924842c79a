/**
 * The bounds that keep one client from taking what all need: how many requests run, how long, and how many bytes are held
 * for each. How large an operation may be is the engine's business.
 */
@NullMarked
package io.lancang.gateway.limits;

import org.jspecify.annotations.NullMarked;
