/**
 * What passes over a corridor or through a location, as series of reported figures.
 * Figures of different bases or outlets are never added or subtracted.
 */
@NullMarked
package io.lancang.corridor.feature.throughput;

import org.jspecify.annotations.NullMarked;
