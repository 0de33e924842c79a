/**
 * The differential test: federations that are made from a seed must answer like the graph that they are parts of. Here are
 * the test, the endless run and the report of what they find.
 */
@NullMarked
package io.lancang.federation.differential;

import org.jspecify.annotations.NullMarked;
