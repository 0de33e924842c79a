/**
 * Clients that say who they are by a key: what a key looks like, whose it is and whether it counts, from a file or from
 * {@link io.lancang.gateway.access.service}. A key itself is never kept, logged or sent, only its hash.
 */
@NullMarked
package io.lancang.gateway.access.key;

import org.jspecify.annotations.NullMarked;
