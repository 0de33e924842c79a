/**
 * Subscriptions that are kept for clients: what is on record of them. Who registers, takes and delivers has a package of its own.
 */
@NullMarked
package io.lancang.integration.webhook;

import org.jspecify.annotations.NullMarked;
