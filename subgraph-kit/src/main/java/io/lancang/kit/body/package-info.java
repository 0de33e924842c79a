/**
 * Bodies of requests, other than files: how many come at a time, for how long, and how long a document may be before it is
 * parsed. What it asks for is never looked at here.
 */
@NullMarked
package io.lancang.kit.body;

import org.jspecify.annotations.NullMarked;
