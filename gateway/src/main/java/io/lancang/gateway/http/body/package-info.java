/** Reads the bodies of requests within bounds of size, rate and time, and inflates those that are compressed. */
@NullMarked
package io.lancang.gateway.http.body;

import org.jspecify.annotations.NullMarked;
