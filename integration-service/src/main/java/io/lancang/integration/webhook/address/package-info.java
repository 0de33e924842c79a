/**
 * Where deliveries may go: rules of URLs, and addresses that nobody outside may have us reach. Sends nothing.
 */
@NullMarked
package io.lancang.integration.webhook.address;

import org.jspecify.annotations.NullMarked;
