/**
 * What the subgraphs of Lancang share, one feature a package: errors, batches, connections, releases, events and provenance.
 * Nothing here knows what a partner or a corridor is.
 */
@NullMarked
package io.lancang.kit;

import org.jspecify.annotations.NullMarked;
