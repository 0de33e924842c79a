/**
 * Turns a client's operation into fetches from subgraphs. A plan is immutable data with a printer; it never contains the
 * values of variables and nothing here sends a request.
 */
@NullMarked
package io.lancang.federation.plan;

import org.jspecify.annotations.NullMarked;
