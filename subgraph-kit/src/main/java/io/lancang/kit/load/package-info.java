/**
 * Facts arrive as releases: a file of one dataset, loaded whole or not at all, with history kept, and withdrawn again.
 * What rows mean is defined by the service that owns their dataset.
 */
@NullMarked
package io.lancang.kit.load;

import org.jspecify.annotations.NullMarked;
