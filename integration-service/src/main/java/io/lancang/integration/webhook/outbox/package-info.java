/**
 * Deliveries: kept before they are sent, signed, sent, tried again, parked. Knows nothing of where events come from.
 */
@NullMarked
package io.lancang.integration.webhook.outbox;

import org.jspecify.annotations.NullMarked;
