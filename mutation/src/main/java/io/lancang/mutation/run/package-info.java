/** Runs in the process of the tests: the first test that fails ends it. Uses nothing but the JUnit platform. */
@NullMarked
package io.lancang.mutation.run;

import org.jspecify.annotations.NullMarked;
