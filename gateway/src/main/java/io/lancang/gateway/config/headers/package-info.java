/** Keys of the headers that are passed on to subgraphs and to clients. */
@NullMarked
package io.lancang.gateway.config.headers;

import org.jspecify.annotations.NullMarked;
