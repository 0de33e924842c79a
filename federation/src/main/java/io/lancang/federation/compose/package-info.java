/**
 * Composition: the SDL of every subgraph goes in, a supergraph SDL in Apollo's join spec or all errors of the failing
 * stage come out. Here live the entry point and its results, the stages live in the packages below. Nothing here plans
 * or executes an operation, and nothing here opens a connection.
 */
@NullMarked
package io.lancang.federation.compose;

import org.jspecify.annotations.NullMarked;
