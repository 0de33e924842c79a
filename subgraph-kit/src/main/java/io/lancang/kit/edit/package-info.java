/**
 * Single changes by stewards, which both services make alike: each is a release of its own, written in one transaction with its entry
 * in the audit, and can be undone. What there is to change, which tables have it and how it is put back is each service's own, and so
 * is what the audit looks like in its graph.
 */
@NullMarked
package io.lancang.kit.edit;

import org.jspecify.annotations.NullMarked;
