/** What one operation needs: fields and where they stand, merged, with the parts of keys, requirements and contexts. */
@NullMarked
package io.lancang.federation.plan.tree;

import org.jspecify.annotations.NullMarked;
