/** Reads the files that reviewers write: blocks with a name, keys and changed lines. What the keys mean is decided elsewhere. */
@NullMarked
package io.lancang.mutation.text;

import org.jspecify.annotations.NullMarked;
