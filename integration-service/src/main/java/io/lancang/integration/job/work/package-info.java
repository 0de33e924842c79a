/**
 * Which instance works on which job, and the work itself: fetching a file from the gateway in the name of a client, and keeping its bytes.
 */
@NullMarked
package io.lancang.integration.job.work;

import org.jspecify.annotations.NullMarked;
