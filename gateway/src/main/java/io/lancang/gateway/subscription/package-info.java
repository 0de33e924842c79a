/**
 * A client's subscription on any transport: pulls one answer after the other as fast as the client reads, and ends with it.
 * What bytes an answer becomes is the transport's business.
 */
@NullMarked
package io.lancang.gateway.subscription;

import org.jspecify.annotations.NullMarked;
