/**
 * How well countries are connected: what there is, what opened, and which single location or segment would cut them off.
 * Ways between two locations are not found here.
 */
@NullMarked
package io.lancang.corridor.feature.connectivity;

import org.jspecify.annotations.NullMarked;
