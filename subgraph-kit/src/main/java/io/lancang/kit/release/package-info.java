/**
 * Facts arrive as releases: a file of one dataset, checked row by row, loaded whole or not at all, with history kept.
 * What a dataset's rows mean is told by the service that owns it.
 */
@NullMarked
package io.lancang.kit.release;

import org.jspecify.annotations.NullMarked;
