/**
 * What is doubtful about the facts, one by one: for those who keep them. What is wrong without a doubt is refused when a
 * file is loaded, and is not here.
 */
@NullMarked
package io.lancang.corridor.feature.finding;

import org.jspecify.annotations.NullMarked;
