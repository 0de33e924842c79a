/**
 * Keys of clients: whose one is and whether it counts, from a file or from {@link io.lancang.gateway.access.service}. A key itself is never
 * kept, logged or sent, only its hash.
 */
@NullMarked
package io.lancang.gateway.access.key;

import org.jspecify.annotations.NullMarked;
