/**
 * The merged tree of one request: all subgraphs' answers as one structure of numbers that point into the bytes that came
 * from the network. Knows shapes and bytes only, neither fetches nor the client's operation.
 */
@NullMarked
package io.lancang.federation.execute.tree;

import org.jspecify.annotations.NullMarked;
