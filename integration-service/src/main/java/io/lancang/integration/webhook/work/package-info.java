/**
 * Which instance works on which webhook, and the work itself: taking events and delivering them.
 */
@NullMarked
package io.lancang.integration.webhook.work;

import org.jspecify.annotations.NullMarked;
