/**
 * The templates of {@code @cacheTag}, which say by which names an answer can be dropped from a cache. Composition checks them,
 * and execution fills them in. Who keeps answers, and for how long, is no business of this package.
 */
@NullMarked
package io.lancang.federation.cachetag;

import org.jspecify.annotations.NullMarked;
