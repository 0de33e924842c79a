/** How answers are written, and which way of writing a client accepts: in one piece, in parts, or as a stream of events. */
@NullMarked
package io.lancang.gateway.http.format;

import org.jspecify.annotations.NullMarked;
