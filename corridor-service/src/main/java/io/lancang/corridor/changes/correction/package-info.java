/**
 * Zones, transfers of industry, names and milestones as stewards change them one by one, over entities: what a change takes, the rows that it writes, and
 * the mutations. How a change becomes a release with its source and its entry in the audit, and what undoes it, is in {@code edit}.
 */
@NullMarked
package io.lancang.corridor.changes.correction;

import org.jspecify.annotations.NullMarked;
