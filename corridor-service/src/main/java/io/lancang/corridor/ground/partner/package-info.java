/**
 * The entities of the trade subgraph that this one adds fields to: partners and blocs, as far as their keys go.
 * Their names and figures are trade's; their corridors, crossings and zones are in the packages of those.
 */
@NullMarked
package io.lancang.corridor.ground.partner;

import org.jspecify.annotations.NullMarked;
