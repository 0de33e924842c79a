/**
 * What one side reports beside what the other side reports of the same goods. The two are never blended.
 */
@NullMarked
package io.lancang.trade.mirror;

import org.jspecify.annotations.NullMarked;
