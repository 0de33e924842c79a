/**
 * Ids that are unique in the whole graph, over all types and moments. Which object has one is found by the service that owns the object;
 * what the object is belongs to its feature.
 */
@NullMarked
package io.lancang.kit.node;

import org.jspecify.annotations.NullMarked;
