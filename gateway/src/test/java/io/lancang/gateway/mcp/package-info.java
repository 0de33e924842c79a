/** Tests of the Model Context Protocol over real HTTP, with the clients that its makers have written. */
@NullMarked
package io.lancang.gateway.mcp;

import org.jspecify.annotations.NullMarked;
