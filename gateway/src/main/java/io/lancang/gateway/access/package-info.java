/**
 * Finds out who a client is: verifies its token with the keys of the token's issuer, or its own key by those that know keys, and says
 * what that grants and which claims subgraphs get. Never decides which fields that opens; that is the engine's business.
 */
@NullMarked
package io.lancang.gateway.access;

import org.jspecify.annotations.NullMarked;
