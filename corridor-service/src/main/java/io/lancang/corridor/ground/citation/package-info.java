/**
 * Which sources say so: the citations of every kind of fact, read in one batch.
 * What a source is, the kit knows.
 */
@NullMarked
package io.lancang.corridor.ground.citation;

import org.jspecify.annotations.NullMarked;
