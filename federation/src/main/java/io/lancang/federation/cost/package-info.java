/**
 * What an operation costs: estimated from the operation, its variables and the supergraph's {@code @cost} and
 * {@code @listSize} before it runs, and counted from the answer afterwards. Decides nothing but numbers: who may spend how
 * much, and what happens to an operation that is too dear, is said by the options and done by the executor.
 */
@NullMarked
package io.lancang.federation.cost;

import org.jspecify.annotations.NullMarked;
