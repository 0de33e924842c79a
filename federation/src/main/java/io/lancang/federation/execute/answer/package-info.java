/**
 * Writes the client's answer from the merged tree: order of fields, null propagation, checks of leaves, errors with their
 * paths. Never changes the tree's data.
 */
@NullMarked
package io.lancang.federation.execute.answer;

import org.jspecify.annotations.NullMarked;
