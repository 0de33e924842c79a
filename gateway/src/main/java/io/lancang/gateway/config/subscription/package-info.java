/** Keys of subscriptions, of clients and of subgraphs. */
@NullMarked
package io.lancang.gateway.config.subscription;

import org.jspecify.annotations.NullMarked;
