/**
 * Jobs in the graph.
 */
@NullMarked
package io.lancang.integration.job.graph;

import org.jspecify.annotations.NullMarked;
