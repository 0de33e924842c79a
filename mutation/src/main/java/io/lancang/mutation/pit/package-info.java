/** Runs PIT on the packages whose tests need no application, and judges what it found. Says nothing about single tests. */
@NullMarked
package io.lancang.mutation.pit;

import org.jspecify.annotations.NullMarked;
