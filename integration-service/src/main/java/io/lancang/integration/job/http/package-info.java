/**
 * Jobs over plain HTTP, below {@code /jobs}: ordered, looked at, cancelled, and their results read. Who may do so is told by the gateway.
 */
@NullMarked
package io.lancang.integration.job.http;

import org.jspecify.annotations.NullMarked;
