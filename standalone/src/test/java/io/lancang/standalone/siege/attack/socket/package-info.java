/** Attacks over WebSocket: frames against the protocol, floods of messages, subscriptions that nobody reads. */
@NullMarked
package io.lancang.standalone.siege.attack.socket;

import org.jspecify.annotations.NullMarked;
