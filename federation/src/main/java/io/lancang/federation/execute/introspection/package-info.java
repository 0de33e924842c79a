/**
 * Answers what operations ask about the API schema itself: bounded, off the event loops, and remembered as bytes. Knows no
 * subgraph and no plan.
 */
@NullMarked
package io.lancang.federation.execute.introspection;

import org.jspecify.annotations.NullMarked;
