/**
 * Orders of jobs: what may be ordered, how much at once, and what ends one. Knows neither the graph nor HTTP.
 */
@NullMarked
package io.lancang.integration.job.order;

import org.jspecify.annotations.NullMarked;
