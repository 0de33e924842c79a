/**
 * The rules that hold inside a single subgraph, one class a rule. A rule that needs to see a second subgraph lives
 * in the merge package instead.
 */
@NullMarked
package io.lancang.federation.compose.validate;

import org.jspecify.annotations.NullMarked;
