/** Keys that say who may ask, and how often. */
@NullMarked
package io.lancang.gateway.config.access;

import org.jspecify.annotations.NullMarked;
