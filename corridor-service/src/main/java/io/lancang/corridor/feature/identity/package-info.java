/** What tells an object of the past from the same one of the present, for whoever keeps both by id. */
@NullMarked
package io.lancang.corridor.feature.identity;

import org.jspecify.annotations.NullMarked;
