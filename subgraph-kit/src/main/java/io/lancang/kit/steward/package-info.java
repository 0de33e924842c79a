/** Who may change facts through the graph. Which facts there are and how they change is each service's own. */
@NullMarked
package io.lancang.kit.steward;

import org.jspecify.annotations.NullMarked;
