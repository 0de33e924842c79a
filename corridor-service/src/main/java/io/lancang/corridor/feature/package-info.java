/**
 * What is asked: a package for each thing that the graph tells of. What they share is on the ground; how facts change is above.
 */
@NullMarked
package io.lancang.corridor.feature;

import org.jspecify.annotations.NullMarked;
