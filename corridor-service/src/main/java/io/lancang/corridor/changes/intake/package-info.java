/**
 * How files of the network that somebody sends are written: CSV with the columns of the files that ship, or GeoJSON. What
 * their columns mean is the release package's business, how they come in is the kit's.
 */
@NullMarked
package io.lancang.corridor.changes.intake;

import org.jspecify.annotations.NullMarked;
