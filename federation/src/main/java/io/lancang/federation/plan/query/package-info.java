/** A query plan: which requests are made, in which order, and how their answers are put together. */
@NullMarked
package io.lancang.federation.plan.query;

import org.jspecify.annotations.NullMarked;
