/**
 * Finds out who a client is: verifies its token with the keys of the token's issuer, and says what the token grants and which of
 * its claims subgraphs get. Never decides which fields that opens; that is the engine's business.
 */
@NullMarked
package io.lancang.gateway.access;

import org.jspecify.annotations.NullMarked;
