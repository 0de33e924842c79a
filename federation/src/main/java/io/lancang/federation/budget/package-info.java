/**
 * How long work on a client's request may take. Knows nothing of the work; never stops it by force: whoever works asks now and
 * then.
 */
@NullMarked
package io.lancang.federation.budget;

import org.jspecify.annotations.NullMarked;
