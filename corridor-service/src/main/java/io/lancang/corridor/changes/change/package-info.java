/**
 * Changes of corridors as they are published, through whichever instance of the service. What was before is answered by the
 * corridors themselves.
 */
@NullMarked
package io.lancang.corridor.changes.change;

import org.jspecify.annotations.NullMarked;
