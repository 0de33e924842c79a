/**
 * What is known of one subgraph's latest requests, and what follows for the next: whether it is sent, sent again, or sent twice.
 * Nothing here sends, waits, or knows HTTP clients; the callers on the event loops ask before, and report after.
 */
@NullMarked
package io.lancang.gateway.subgraph.resilience;

import org.jspecify.annotations.NullMarked;
