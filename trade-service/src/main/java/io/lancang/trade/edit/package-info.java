/**
 * Single changes of what figures are about: names, memberships, sources, and the order of datasets. A steward makes them through
 * the graph; each is checked, a release of its own, audited, and can be undone. Whole files are loaded elsewhere, and
 * figures come from files alone.
 */
@NullMarked
package io.lancang.trade.edit;

import org.jspecify.annotations.NullMarked;
