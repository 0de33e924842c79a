/**
 * What the words of the packaged files mean, read from reviewed tables. A word that is in no table has no meaning here
 * and no default.
 */
@NullMarked
package io.lancang.corridor.ground.vocabulary;

import org.jspecify.annotations.NullMarked;
