/** Bounds on JSON that others send, wherever it is read. Knows no request and no message. */
@NullMarked
package io.lancang.gateway.json;

import org.jspecify.annotations.NullMarked;
