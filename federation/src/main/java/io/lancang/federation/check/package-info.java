/** What a change of a graph does to those who ask it: differences of two schemas, and the documents that meet them. */
@NullMarked
package io.lancang.federation.check;

import org.jspecify.annotations.NullMarked;
