/**
 * Plans: what a client, or somebody without a key, may ask for in a minute and at once. They are kept here and enforced by gateways.
 */
@NullMarked
package io.lancang.integration.plan;

import org.jspecify.annotations.NullMarked;
