/** Plants faults in a copy of the tree, one at a time, and says which test noticed. The checkout itself is never changed. */
@NullMarked
package io.lancang.mutation.fault;

import org.jspecify.annotations.NullMarked;
