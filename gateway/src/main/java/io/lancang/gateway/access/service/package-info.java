/**
 * Speaks with integration-service about keys: asks whose a key is and remembers it, hears of changes, and reports what clients use. How
 * a client sends a key is not known here.
 */
@NullMarked
package io.lancang.gateway.access.service;

import org.jspecify.annotations.NullMarked;
