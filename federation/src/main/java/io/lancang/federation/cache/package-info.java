/**
 * Remembers things up to a bound in bytes. What the things are, and what each of them weighs, is for those to say who keep
 * them.
 */
@NullMarked
package io.lancang.federation.cache;

import org.jspecify.annotations.NullMarked;
