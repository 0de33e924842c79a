/** Keys of the supergraph: how it is renewed, and which parts of it have a path of their own. */
@NullMarked
package io.lancang.gateway.config.supergraph;

import org.jspecify.annotations.NullMarked;
