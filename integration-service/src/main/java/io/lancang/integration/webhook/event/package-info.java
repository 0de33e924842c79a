/**
 * Events from the gateway: asked for as a client, read, and turned into what is delivered. Delivers nothing.
 */
@NullMarked
package io.lancang.integration.webhook.event;

import org.jspecify.annotations.NullMarked;
