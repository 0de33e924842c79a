/**
 * The keys with which this service asks the gateway in the name of a client.
 */
@NullMarked
package io.lancang.integration.webhook.identity;

import org.jspecify.annotations.NullMarked;
