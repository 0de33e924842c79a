/** Directives of the merged schema: which are composed, under which names, and what several subgraphs demand or weigh together. */
@NullMarked
package io.lancang.federation.compose.merge.directive;

import org.jspecify.annotations.NullMarked;
