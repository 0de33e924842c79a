/**
 * What fields of the graph cost, said in the schema for gateways that bound demand. What a request may really read and answer
 * here is bounded elsewhere, whatever the schema says. Nothing here is read when a request runs.
 */
@NullMarked
package io.lancang.kit.cost;

import org.jspecify.annotations.NullMarked;
