/**
 * The packaged files of this service: which columns they have, how their rows are read and which tables they fill.
 * How a release is loaded is the kit's business.
 */
@NullMarked
package io.lancang.corridor.changes.release;

import org.jspecify.annotations.NullMarked;
