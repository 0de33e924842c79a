/**
 * How answers become invalid before their time: by a call of an operator, or by an event of a subgraph. Holds no answers.
 */
@NullMarked
package io.lancang.gateway.cache.invalidation;

import org.jspecify.annotations.NullMarked;
