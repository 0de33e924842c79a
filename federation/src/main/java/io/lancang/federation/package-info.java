/**
 * What goes into the engine and comes out of it, as values: options, subgraphs' requests and answers, clients' answers, what clients are
 * granted and operations cost. Everything may use it, and it uses nothing but errors, JSON and the templates of cache tags; the
 * {@linkplain io.lancang.federation.engine engine} itself is elsewhere.
 */
@NullMarked
package io.lancang.federation;

import org.jspecify.annotations.NullMarked;
