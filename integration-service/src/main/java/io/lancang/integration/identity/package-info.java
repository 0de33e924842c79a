/**
 * The keys with which this service asks the gateway in the name of a client: for its webhooks and for its jobs.
 */
@NullMarked
package io.lancang.integration.identity;

import org.jspecify.annotations.NullMarked;
