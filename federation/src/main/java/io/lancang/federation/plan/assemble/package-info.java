/** Requests out of the steps that the search has found. */
@NullMarked
package io.lancang.federation.plan.assemble;

import org.jspecify.annotations.NullMarked;
