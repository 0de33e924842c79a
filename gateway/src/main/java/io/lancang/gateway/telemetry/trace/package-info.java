/**
 * What is known of one operation while it runs: how long its steps took, which requests to subgraphs were made for it, how often
 * each was sent. It becomes spans, and the answer to {@code Lancang-Explain: trace}. Belongs to the event loop of the client;
 * nothing here is made for operations that nobody traces.
 */
@NullMarked
package io.lancang.gateway.telemetry.trace;

import org.jspecify.annotations.NullMarked;
