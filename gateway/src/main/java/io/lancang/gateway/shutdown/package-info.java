/**
 * Tells what is open for long that the gateway is about to stop, early enough to say goodbye. What a goodbye is depends on
 * the transport and is not known here.
 */
@NullMarked
package io.lancang.gateway.shutdown;

import org.jspecify.annotations.NullMarked;
