/**
 * Pages of lists, by keyset and in one statement.
 * Filters and orders belong to the features.
 */
@NullMarked
package io.lancang.corridor.ground.page;

import org.jspecify.annotations.NullMarked;
