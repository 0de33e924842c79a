/** Merges types kind by kind, down to fields, arguments and values, with the directives of the join specification. */
@NullMarked
package io.lancang.federation.compose.merge.type;

import org.jspecify.annotations.NullMarked;
