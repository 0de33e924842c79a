/**
 * Which server of the database is asked: questions go to standbys that have all that was announced, everything else to the primary.
 * Knows nothing of what is asked, and never writes.
 */
@NullMarked
package io.lancang.kit.replica;

import org.jspecify.annotations.NullMarked;
