/** Connections to a Redis or Valkey. What is kept there, and how, is up to whoever connects. */
@NullMarked
package io.lancang.gateway.redis;

import org.jspecify.annotations.NullMarked;
