/**
 * The network as a graph in memory: places and the links between them, as it is or as it stood on a day, immutable and
 * read anew when data change. Ways through it are found in other packages.
 */
@NullMarked
package io.lancang.corridor.ground.network;

import org.jspecify.annotations.NullMarked;
