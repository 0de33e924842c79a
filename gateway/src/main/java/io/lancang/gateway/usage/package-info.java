/**
 * Records which client uses which field of the graph, and when last, within bounds. Knows nothing of values: neither variables nor answers.
 */
@NullMarked
package io.lancang.gateway.usage;

import org.jspecify.annotations.NullMarked;
