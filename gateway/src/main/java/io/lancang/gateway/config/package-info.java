/**
 * Every configuration key of the gateway, with its default and what it is for. Nothing here acts on a value; each key is
 * read by the package that it concerns.
 */
@NullMarked
package io.lancang.gateway.config;

import org.jspecify.annotations.NullMarked;
