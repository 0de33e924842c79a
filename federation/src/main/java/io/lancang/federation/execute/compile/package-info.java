/**
 * What can be known of an execution once its plan is there, and its variables are not: requests to subgraphs, readers of their answers, and
 * the shape of the client's answer. Immutable, and made once for a plan.
 */
@NullMarked
package io.lancang.federation.execute.compile;

import org.jspecify.annotations.NullMarked;
