/**
 * Ways through the network: the best ones without loops, what they pass, and where the network ends if there is none.
 * How the network is read is not known here.
 */
@NullMarked
package io.lancang.corridor.feature.route;

import org.jspecify.annotations.NullMarked;
