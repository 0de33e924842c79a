/**
 * Every configuration key of the gateway, with its default and what it is for, in packages by what the keys are about. Nothing here acts on
 * a value; each key is read by the package that it concerns. One interface a block; {@link io.lancang.gateway.config.GatewayConfig} lists them.
 */
@NullMarked
package io.lancang.gateway.config;

import org.jspecify.annotations.NullMarked;
