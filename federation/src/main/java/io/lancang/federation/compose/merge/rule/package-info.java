/** Rules between subgraphs that hold once all types are merged. Nothing here changes the schema. */
@NullMarked
package io.lancang.federation.compose.merge.rule;

import org.jspecify.annotations.NullMarked;
