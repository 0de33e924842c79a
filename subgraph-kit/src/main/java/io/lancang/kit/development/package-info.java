/**
 * What development mode needs and no build has: beans of the profile {@code dev}. Nothing else may depend on it, and nothing here answers
 * a request.
 */
@NullMarked
package io.lancang.kit.development;

import org.jspecify.annotations.NullMarked;
