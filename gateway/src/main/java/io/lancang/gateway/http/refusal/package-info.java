/** What is refused by its method, head or size before anybody reads what it asks, and what its client reads then. */
@NullMarked
package io.lancang.gateway.http.refusal;

import org.jspecify.annotations.NullMarked;
