/**
 * Parses, validates and normalises what a client asks. The result names types and fields of the API schema only; no
 * subgraph is known here.
 */
@NullMarked
package io.lancang.federation.operation;

import org.jspecify.annotations.NullMarked;
