/**
 * Finds out whose key a request has, wherever keys come from: how a client sends one, what it is refused with, and what is open under one
 * that counts no longer.
 */
@NullMarked
package io.lancang.gateway.access.identify;

import org.jspecify.annotations.NullMarked;
