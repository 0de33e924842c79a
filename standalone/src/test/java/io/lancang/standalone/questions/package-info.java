/** Measures what the questions cost that Lancang exists for: {@code ./lancang bench questions}. */
@NullMarked
package io.lancang.standalone.questions;

import org.jspecify.annotations.NullMarked;
