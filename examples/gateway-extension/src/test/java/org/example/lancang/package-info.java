/** Tests over HTTP, in front of a subgraph of its own. */
@NullMarked
package org.example.lancang;

import org.jspecify.annotations.NullMarked;
