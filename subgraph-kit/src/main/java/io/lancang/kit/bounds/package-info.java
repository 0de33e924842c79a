/**
 * What one GraphQL request may ask, read, hold and answer, and the threads that its answer is assembled in. What a request
 * means is each service's own, and never here.
 */
@NullMarked
package io.lancang.kit.bounds;

import org.jspecify.annotations.NullMarked;
