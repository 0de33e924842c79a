/**
 * Corridors' and segments' statuses, segments and locations as stewards change them one by one, over entities: what a change takes, the
 * rows that it writes, and the mutations. How a change becomes a release with its source and its entry in the audit, and what undoes
 * it, is in {@code edit}.
 */
@NullMarked
package io.lancang.corridor.changes.network;

import org.jspecify.annotations.NullMarked;
