/**
 * Measures what the tests of the other modules notice, by planting faults and running the tests. The commands are here. Nothing of
 * this module is released, and no other module uses it.
 */
@NullMarked
package io.lancang.mutation;

import org.jspecify.annotations.NullMarked;
