/**
 * How long answers count, in the terms of HTTP (RFC 9111): what subgraphs say of it, and what is said to clients. Keeps no
 * answers.
 */
@NullMarked
package io.lancang.gateway.freshness;

import org.jspecify.annotations.NullMarked;
