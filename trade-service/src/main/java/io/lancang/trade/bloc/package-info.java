/**
 * Blocs and who belonged to them when.
 * A bloc has no figures of its own: they are computed from its members elsewhere.
 */
@NullMarked
package io.lancang.trade.bloc;

import org.jspecify.annotations.NullMarked;
