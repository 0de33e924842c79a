/**
 * What gateways ask over plain HTTP below {@code /gateway}, never for the public: whether a key is good, what changed of keys, and where
 * they report usage.
 */
@NullMarked
package io.lancang.integration.gateway;

import org.jspecify.annotations.NullMarked;
